"""LibreOffice opens the slides, and no page of them is empty or cut."""

import subprocess

from PIL import Image, ImageChops

from maturity.exports.slides import write_slides
from tests.exports.views import every_view
from tests.find_libreoffice import convert


def test_every_slide_becomes_a_page_with_its_figure(tmp_path):
    views = every_view()
    slides = tmp_path / "deck.pptx"
    slides.write_bytes(write_slides(views, title="Kommunen Bodø", base_address="https://x.no/"))
    pdf = convert(slides)
    subprocess.run(["pdftoppm", "-r", "30", "-png", str(pdf), str(tmp_path / "page")], check=True)
    pages = [Image.open(path).convert("RGB") for path in sorted(tmp_path.glob("page*.png"))]
    assert len(pages) >= len(views) + 1
    for page in pages[1:]:
        assert page.width / page.height > 1.7
        figure = page.crop((0, page.height // 3, page.width * 9 // 10, page.height * 5 // 6))
        assert len(figure.getcolors(maxcolors=1 << 20) or []) > 20, "nothing drawn"
        edge = page.crop((page.width - 6, 0, page.width, page.height))
        assert not ImageChops.invert(edge).getbbox(), "runs out of the page"
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True)
    for words in ("Kommunen Bodø", "Tittel for radar", "Økosystem-tankesett", "Eksempeldata"):
        assert words in text.stdout

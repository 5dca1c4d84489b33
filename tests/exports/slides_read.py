"""Slides read back: their texts, and all that their file holds."""

import io
import zipfile

from pptx import Presentation

from maturity.exports.slides import write_slides
from tests.exports import views as made

BASE = "https://modenhet.example.no/"
VIEWS = made.every_view()


def written(views, **words) -> bytes:
    return write_slides(views, title="Kommunen Bodø", **words)


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def chart_of(view):
    [slide] = list(Presentation(io.BytesIO(written([view]))).slides)[1:]
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def everything(raw: bytes) -> str:
    """All that a file holds, in what is packed in it too."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        for name in package.namelist():
            content = package.read(name)
            packed = name.endswith(".xlsx")
            parts += [name, everything(content) if packed else content.decode("utf-8", "replace")]
    return "\n".join(parts)

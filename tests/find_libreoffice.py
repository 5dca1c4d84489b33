"""Find the LibreOffice that opens the slides in a test, and print where it is.

With `--install` it is fetched by apt where there is none and that is ours to use. Exit status 1,
with what to do, where none can be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.find_chromium import by_apt

NAMES = ("soffice", "libreoffice")
ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
# Liberation's letters are as wide as those of the slides' font.
PACKAGES = ("libreoffice-impress", "fonts-liberation", "poppler-utils")
ADVICE = (
    "The test of the slides needs LibreOffice Impress and pdftoppm (poppler), and found not both. "
    f"Install them (Debian and Ubuntu: {' '.join(PACKAGES)}), or name LibreOffice in the "
    "environment variable SOFFICE."
)


def find() -> str | None:
    """Return the path of LibreOffice, or None; Impress has to be there too, and pdftoppm."""
    named = [os.environ.get("SOFFICE"), *map(shutil.which, NAMES), *ELSEWHERE]
    found = next((path for path in named if path and Path(path).is_file()), None)
    if found is None or shutil.which("pdftoppm") is None:
        return None
    folder = Path(found).resolve().parent
    impress = list(folder.glob("*sdlo*")) or list(folder.parent.rglob("*sdlo*"))
    return found if impress else None


def convert(slides: Path) -> Path:
    """Return the PDF of a presentation, made beside it."""
    office = find()
    assert office, ADVICE
    profile = (slides.parent / "profile").as_uri()  # its own: two may run at once
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(slides.parent), str(slides)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return slides.with_suffix(".pdf")


if __name__ == "__main__":
    if find() is None and "--install" in sys.argv:
        by_apt(*PACKAGES)
    sys.exit(print(find()) if find() else ADVICE)

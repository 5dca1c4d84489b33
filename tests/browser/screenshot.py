"""Make the README's picture anew: `make screenshot`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.serving import ROOT, serve, take_demo_in
from tests.browser.visits import Faults, chromium, go, new_tab

VIEW = "/sammenlign?kommune=1804&kommune=1812&gruppe=nordland"
PICTURE = ROOT / "docs" / "screenshot.png"


def main() -> None:
    """Open the comparison as a new reader would, and save what they see."""
    with TemporaryDirectory() as folder:
        answers = Path(folder) / "answers"
        take_demo_in(answers)
        with serve(answers, log=Path(folder) / "log") as address, chromium() as browser:
            page = go(
                new_tab(browser, faults=Faults()),
                f"{address}/sammenlign?kommune=1804&kommune=1812&gruppe=nordland",
            )
            PICTURE.parent.mkdir(exist_ok=True)
            page.screenshot(path=PICTURE)
            page.context.close()


if __name__ == "__main__":
    main()

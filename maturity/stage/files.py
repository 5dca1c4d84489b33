"""The files of a stage: its scripts and styles, and plotly.js, compressed once and kept."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import brotli
from plotly.offline import get_plotlyjs

HERE = Path(__file__).parent
KINDS = {".js": "text/javascript", ".css": "text/css"}
QUALITY = 5  # of Brotli: plotly.js in a third of a second, for a tenth more bytes than the best
NAMES = ("stage.css", "speaker.css", "stage.js", "speaker.js", "figure.js", "keys.js", "server.js")


@dataclass(frozen=True, kw_only=True)
class File:
    """One file: its content, that compressed, and what it is."""

    content: bytes
    compressed: bytes
    mime: str


def address_of(name: str) -> str:
    """Return where a page below /scene/ finds a file; another content has another address."""
    return f"filer/{edition()}/{name}"


@cache
def edition() -> str:
    """Return what tells these files from those of other versions of the dashboard."""
    whole = sha256(b"".join(found.content for found in files().values()))
    return whole.hexdigest()[:12]


@cache
def files() -> dict[str, File]:
    """Return all files by their names."""
    contents = {name: (HERE / name).read_bytes() for name in NAMES}
    contents["plotly.js"] = get_plotlyjs().encode()
    return {
        name: File(
            content=content,
            compressed=brotli.compress(content, quality=QUALITY),
            mime=KINDS[Path(name).suffix],
        )
        for name, content in contents.items()
    }

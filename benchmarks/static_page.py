"""The same radar as one static page: plotly.js, a figure, and a file server that does no more.

usage: python -m benchmarks.static_page plain|compressed
"""

import os
import shutil
import sys
from pathlib import Path

import uvicorn
from plotly.offline import get_plotlyjs
from servestatic import ServeStaticASGI
from servestatic.compress import Compressor

from benchmarks.same_radar import KOMMUNER, figure
from benchmarks.servers import CACHE

PAGE = """<!doctype html>
<html lang="nb"><meta charset="utf-8"><title>Sammenlign</title>
<h1>Sammenlign</h1><div id="radar"></div>
<script src="plotly.min.js"></script>
<script>const figure = {figure}; Plotly.newPlot("radar", figure.data, figure.layout);</script>
"""


def write(folder: Path, *, compressed: bool) -> None:
    """Write the page and its script, and beside them what browsers take instead."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    script, page = folder / "plotly.min.js", folder / "index.html"
    script.write_text(get_plotlyjs(), encoding="utf-8")
    page.write_text(PAGE.replace("{figure}", figure(KOMMUNER[0])), encoding="utf-8")
    if compressed:
        compressor = Compressor(quiet=True)
        for path in (script, page):
            compressor.compress(str(path))


if __name__ == "__main__":
    files = CACHE / f"static-{sys.argv[1]}"
    write(files, compressed=sys.argv[1] == "compressed")
    served = ServeStaticASGI(None, root=str(files), index_file=True)
    uvicorn.run(served, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="warning")

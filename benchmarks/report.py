"""The table of results in the README; remarks written by hand between its marks stay."""

from collections.abc import Mapping, Sequence

from benchmarks.load import ALL_AT_ONCE, GATHERING
from benchmarks.results import Result
from benchmarks.servers import BENCHMARKS

README = BENCHMARKS / "README.md"
OPEN, CLOSE = "<!-- remarks, kept by hand -->", "<!-- end of remarks -->"
HEAD = """# Speed, size and memory

`make bench` measures everything below in one run and writes this page, misses included. It takes
about twenty minutes, longer the first time, when the national table is made. One part alone:
`python -m benchmarks --only first-paint` (or `pages`, `interaction`, `load`, `soak`, `formats`,
`national`, `intake`), which prints and leaves this page as it is.

- **Empty page**: one line of text in `st.navigation`, served by the product's own server with its
  settings, fonts and compression. Ratios are to it unless another is named.
- **First paint**: from the start of the navigation to the first frame in which the line of the
  radar stands in the page; for the empty page, its text. *Cold* is a new profile that has cached
  nothing, *warm* its next visit. The pages take turns, and a first round does not count.
- **Pages**: each page asked for again and again by one reader without a browser, for kommuner and
  survey rounds that it has shown before (*seen for the first time* apart), and then drawn in a
  browser that has cached nothing. The page of methods has no chart; there it is the heading.
- **Hall**: Chromium's own throttling, 10 Mbit/s and 40 ms. It delays files; of a websocket, which
  brings the radar, it slows the bytes but adds no delay. On the wire: files as they were sent, and
  the websocket's messages unpacked, so the sum is never too low.
- **Dash** draws the same figure, served by `run(debug=False)`. **Static page**: plotly.js and the
  figure from a file server, compressed once and kept, or plain.
- **Change of kommune**: from the key that chooses (or takes away) one in the page's own widget to
  the first frame with another line.
- **Load**: readers without a browser that speak the app's own protocol, on the same machine.
  {schedules}. The first finds out how much of its time a server has left, the second how little
  one run may cost: there the empty page is limited by nothing but the processor.
- **File**: what readers take along of the demo, made in one process: the middle of five times,
  after a first one that draws what is in it too. The deck is «Nordland i dag».
- **National**: 357 kommuner × 1 000 people × 4 rounds × 60 items, kept in `build/bench/`.
- **Intake**: a csv of a million people and twelve statements, taken in while a reader goes from
  kommune to kommune: by the command line beside the server, and in the server's own process. Memory
  is that of the process that takes it in.
"""


def table(results: Sequence[Result]) -> str:
    """Return the results as a table."""
    lines = ["| What | Measured | Goal | | Behind it |", "|---|---:|---:|---|---|"]
    lines += [f"| {r.what} | {r.shown} | {r.wanted} | {r.verdict} | {r.behind} |" for r in results]
    return "\n".join(lines)


def remarks() -> str:
    """Return what stands between the marks of the page as it is, or nothing."""
    page = README.read_text("utf-8") if README.exists() else ""
    return page.partition(OPEN)[2].partition(CLOSE)[0].strip()


def write(results: Sequence[Result], *, machine: Mapping[str, str], minutes: float) -> None:
    """Write the page anew from the results of one run."""
    schedules = "; ".join(
        f"*{s.name.capitalize()}*: within {s.ramp:.0f} s, with {s.think} s between two changes"
        for s in (GATHERING, ALL_AT_ONCE)
    )
    judged = [result for result in results if result.met is not None]
    met = sum(result.met is True for result in judged)
    parts = [
        HEAD.format(schedules=schedules),
        "## Results\n",
        f"{met} of {len(judged)} goals met, in {minutes:.0f} minutes.\n",
        table(results),
        "\n## Remarks\n",
        OPEN,
        *([remarks()] if remarks() else []),
        CLOSE,
        "\n## Measured on\n",
        "\n".join(f"- {name}: {value}" for name, value in machine.items()),
    ]
    README.write_text("\n".join(parts) + "\n", encoding="utf-8")

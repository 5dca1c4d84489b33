"""Measure everything and write benchmarks/README.md, or one part and print it.

Exit status 0 when everything was measured, goals met or not; 1 when something could not be.
"""

import argparse
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import report
from benchmarks.first_paint import first_paint
from benchmarks.formats import formats
from benchmarks.interaction import interaction
from benchmarks.large_import import large_import
from benchmarks.load import load
from benchmarks.machine import machine
from benchmarks.national import national
from benchmarks.pages import pages
from benchmarks.results import Result
from benchmarks.servers import demo_answers

Part = Callable[[Path], Iterator[Result]]
PARTS: dict[str, Part] = {
    "first-paint": first_paint,
    "interaction": interaction,
    "load": partial(load, soak=False),
    "soak": load,  # memory is that after the load, so the load comes with it
    "pages": pages,
    "formats": formats,
    "national": national,
    "intake": large_import,
}
ALL = ("first-paint", "pages", "interaction", "soak", "formats", "national", "intake")


def measure(names: tuple[str, ...], answers: Path) -> tuple[list[Result], list[str]]:
    """Run the parts one after the other; return the results, and the parts that broke."""
    results, broken = [], []
    for name in names:
        print(f"{name} …", flush=True)
        try:
            for result in PARTS[name](answers):
                results.append(result)
                goal = f"  (goal {result.wanted}: {result.verdict})" if result.wanted else ""
                print(f"  {result.what}: {result.shown}{goal}\n      {result.behind}", flush=True)
        except Exception:  # the other parts are still worth measuring
            traceback.print_exc()
            broken.append(name)
    return results, broken


def main() -> int:
    """Read the command line, measure, report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="measure one part, and write nothing")
    only = parser.parse_args().only
    # Ended from outside, the servers are ended too: the blocks that started them see an exception.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began, surroundings = time.perf_counter(), machine()
    results, broken = measure((only,) if only else ALL, demo_answers())
    missed = [result.what for result in results if result.met is False]
    print(f"\n{len(missed)} goals missed" + "".join(f"\n  {what}" for what in missed))
    if broken:
        print(f"not measured: {', '.join(broken)}", file=sys.stderr)
        return 1
    if not only:
        report.write(results, machine=surroundings, minutes=(time.perf_counter() - began) / 60)
        print(f"written: {report.README}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""From the key that chooses a kommune to the frame in which the radar is another one."""

import statistics
from collections.abc import Iterator
from pathlib import Path

import duckdb
from deltalake import DeltaTable
from playwright.sync_api import Page

from benchmarks.chromium import LIMIT, chromium, fresh, shown
from benchmarks.first_paint import compare_page
from benchmarks.results import Result, p95, spread
from benchmarks.servers import serve
from maturity.reference import reference

CHANGES = 20  # each is one kommune chosen and then taken away again
WIDGET = "[data-testid=stMultiSelect]:has-text('Kommune') input"
WATCH = """
() => {
  const lines = () => [...document.querySelectorAll('.polarlayer .scatterlayer path.js-line')]
    .map(line => line.getAttribute('d')).join('|');
  window.__took = undefined;
  window.__arm = () => {
    const before = lines();
    window.__took = undefined;
    const chosen = event => {
      if (event.key !== 'Enter' && event.key !== 'Backspace') return;
      document.removeEventListener('keydown', chosen, true);
      const start = performance.now();
      const look = () => {
        const now = lines();
        if (now && now !== before) { window.__took = performance.now() - start; return; }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    document.addEventListener('keydown', chosen, true);
  };
}
"""


def answered(answers: Path) -> list[str]:
    """Return the numbers of the kommuner that a radar can be drawn of, whatever the round."""
    rows = duckdb.connect().execute(
        """
        with seen as (
            select
                survey_round, kommune,
                greatest(count(distinct respondent), coalesce(max(n), 0)) as people
            from read_parquet(?)
            where kind = 'score'
            group by all
        )
        select kommune
        from seen
        group by kommune
        having min(people) >= 5 and count(*) = (select count(distinct survey_round) from seen)
        order by kommune
        """,
        [DeltaTable(answers).file_uris()],
    )
    return [str(kommune) for (kommune,) in rows.fetchall()]


def press(page: Page, key: str) -> float:
    """Press a key in the widget that has the focus, and return the milliseconds until a redraw."""
    page.evaluate("window.__arm()")
    page.keyboard.press(key)
    page.wait_for_function("() => window.__took !== undefined", timeout=LIMIT)
    took = float(page.evaluate("window.__took"))
    page.wait_for_timeout(300)  # what follows the redraw is not to slow the next one
    return took


def choose(page: Page, name: str) -> tuple[float, float]:
    """Choose a kommune by its name and take it away again; return both times."""
    widget = page.locator(WIDGET).first
    widget.click()
    widget.fill(name)
    page.get_by_role("option", name=name).first.wait_for(timeout=LIMIT)
    added = press(page, "Enter")
    page.keyboard.press("Escape")  # closes the list
    return added, press(page, "Backspace")


def interaction(answers: Path) -> Iterator[Result]:
    """Measure changes of kommune in the product's own widget."""
    candidate = compare_page(answers)
    kommuner = [k for k in answered(answers) if f"kommune={k}" not in candidate.path]
    names = [reference().kommuner[kommune].name for kommune in kommuner]
    added, removed = [], []
    with (
        serve(
            candidate.name, candidate.command, ready=candidate.ready, env=candidate.env
        ) as server,
        chromium() as browser,
    ):
        page = fresh(browser).new_page()
        shown(page, server.url + candidate.path, shows=candidate.shows)
        page.wait_for_timeout(1_000)
        page.evaluate(WATCH)
        for place in range(CHANGES // 2 + 1):
            there, back = choose(page, names[place % len(names)])
            if place:  # the first one warms the page up
                added.append(there)
                removed.append(back)
    times = added + removed
    yield Result(
        topic="interaction",
        what="Change of kommune until the radar is redrawn, median",
        value=statistics.median(times),
        unit="ms",
        goal=300,
        behind=f"chosen {spread(added)}, taken away {spread(removed)}",
    )
    yield Result(
        topic="interaction",
        what="Change of kommune until the radar is redrawn, 95 of 100 within",
        value=p95(times),
        unit="ms",
    )

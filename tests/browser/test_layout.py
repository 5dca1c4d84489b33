"""Nothing is cut off, at a phone's width and on a hall's screen, in light and dark."""

import pytest

from tests.browser.serving import ROOT
from tests.browser.visits import PAGES

pytestmark = pytest.mark.browser

SCREENSHOTS = ROOT / "tests" / "screenshots"
SIZES = {390: 844, 1280: 800, 1920: 1080}
VIEWS = (*PAGES, "/sammenlign?visning=profil", "/sammenlign?visning=tabell")

# Texts of a chart that reach outside it, and names of axes that lie over each other.
CLIPPED = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
  const frame = plot.querySelector('svg.main-svg').getBoundingClientRect();
  return [...plot.querySelectorAll('svg.main-svg text')]
    .filter(text => text.textContent.trim() && text.getBoundingClientRect().width)
    .filter(text => {
      const box = text.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1
        || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    })
    .map(text => text.textContent);
})"""
# Line by line: a name may begin with an empty line, which keeps it off the circle.
OVERLAPPING = """() => [...document.querySelectorAll('.js-plotly-plot .polar')].flatMap(polar => {
  const names = [...polar.querySelectorAll('.angularaxistick text')].map(text => [
    text.textContent,
    [...(text.querySelectorAll('tspan').length ? text.querySelectorAll('tspan') : [text])]
      .filter(line => line.textContent.trim())
      .map(line => line.getBoundingClientRect())]);
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  return names.flatMap(([name, lines], i) => names.slice(i + 1)
    .filter(([, others]) => lines.some(a => others.some(b => meet(a, b))))
    .map(([other]) => `${name} / ${other}`));
})"""

# Lines of a title or a source that end although the next word had room, by our script's own width.
EARLY = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
  const room = Math.min(plot.clientWidth - 16, 760);
  const texts = [plot.querySelector('.gtitle'), plot.querySelector('.annotation-text')];
  return texts.filter(Boolean).flatMap(text => {
    const lines = [...text.querySelectorAll(':scope > tspan.line')];
    const wide = line => line.getComputedTextLength();
    const bold = lines.findIndex(line => line.querySelector('[style*="font-weight"]'));
    return lines.slice(Math.max(bold, 0), -1).filter((line, at) => {
      const next = lines[Math.max(bold, 0) + at + 1], [word] = next.textContent.split(' ');
      if (/[.:]$/.test(line.textContent)) return false;
      return wide(line) + wide(next) * (word.length + 3) / next.textContent.length < room * 0.94;
    }).map(line => line.textContent);
  });
})"""
# Radars with room left empty between the legend and the names.
EMPTY = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
  if (!plot.layout.meta?.words?.around) return [];
  const bottom = plot.querySelector('.legend').getBoundingClientRect().bottom;
  const names = [...plot.querySelectorAll('.angularaxistick text')];
  const top = Math.min(...names.map(name => name.getBoundingClientRect().top));
  return top - bottom > 30 ? [`${Math.round(top - bottom)} pixels`] : [];
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("path", VIEWS)
def test_nothing_is_cut_off(visit, path, width, scheme):
    page = visit(path, width=width, height=SIZES[width], scheme=scheme)
    SCREENSHOTS.mkdir(exist_ok=True)
    name = path.strip("/").replace("?visning=", "-") or "oversikt"
    page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{scheme}.png")
    scroll, inner = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert scroll <= inner
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(OVERLAPPING) == []
    assert page.evaluate(EARLY) == []
    assert page.evaluate(EMPTY) == []


# How often figures are drawn while the browser shows this many frames.
DRAWN_AGAIN = """() => new Promise(done => {
  let times = 0, frames = 0;
  document.querySelectorAll('.js-plotly-plot').forEach(
    plot => plot.on('plotly_afterplot', () => times++));
  const next = () => ++frames > 60 ? done(times) : requestAnimationFrame(next);
  next();
})"""


def test_figures_come_to_rest(visit):
    page = visit("/kommune?k=1804", width=391, height=900)
    page.evaluate(DRAWN_AGAIN)  # what is still being drawn when all have their traces
    assert page.evaluate(DRAWN_AGAIN) == 0

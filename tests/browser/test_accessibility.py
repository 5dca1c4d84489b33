"""axe-core finds nothing, and the keyboard alone reaches every control."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visits import PAGES

pytestmark = pytest.mark.browser

VIEWS = (
    *PAGES,
    "/sammenlign?visning=profil",
    "/sammenlign?visning=tabell",
    "/innlesinger",
    "/innlesing-hjelp",
)

# A control that a reader sees: the keyboard must come to it, or to a fellow in its group (arrow
# keys go on from there).
CONTROLS = """() => {
  const seen = element => element.checkVisibility({visibilityProperty: true})
    && element.getBoundingClientRect().width > 0 && !element.disabled;
  const controls = 'a[href], button, input, select, textarea, summary, [role=combobox], '
    + '[role=radio], [role=tab], [role=slider], .modebar-btn';
  let number = 0;
  return [...document.querySelectorAll(controls)].filter(seen).map(element => {
    element.dataset.control = ++number;
    const group = element.closest('[role=radiogroup], [role=tablist], [role=toolbar], '
      + '[role=group], [data-baseweb=select]');
    if (group && !group.dataset.group) group.dataset.group = number;
    return {number: String(number), group: group?.dataset.group ?? '',
      what: element.outerHTML.slice(0, 200)};
  });
}"""
FOCUSED = """() => {
  const element = document.activeElement;
  const control = element.closest('[data-control]');
  return {number: control?.dataset.control ?? '',
    group: element.closest('[data-group]')?.dataset.group ?? '',
    start: element === document.body,
    unmarked: marked(element) ? '' : element.outerHTML.slice(0, 200)};
  function marked(element) {
    for (let it = element, up = 0; it && up < 4; it = it.parentElement, up++) {
      const style = getComputedStyle(it);
      const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      if (ring || style.boxShadow !== 'none') return true;
    }
    return ['INPUT', 'TEXTAREA', 'BODY'].includes(element.tagName); // their frame changes colour
  }
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", VIEWS)
def test_axe_finds_no_violation(visit, path, scheme):
    results = Axe().run(visit(path, scheme=scheme))
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", VIEWS)
def test_keyboard_reaches_every_control(visit, path):
    page = visit(path)
    controls = page.evaluate(CONTROLS)
    assert controls
    numbers, groups = set(), set()
    for _press in range(3 * len(controls) + 20):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["start"] and numbers:
            break
        assert not focused["unmarked"], "nobody sees where the keyboard is"
        numbers.add(focused["number"])
        groups.add(focused["group"])
    groups.discard("")
    missed = [
        control["what"]
        for control in controls
        if control["number"] not in numbers and control["group"] not in groups
    ]
    assert missed == []

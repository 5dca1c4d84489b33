"""A step leads to the same figure of the target, or of another kartlegging, where there is one."""

import pytest

from maturity import queries
from maturity.access import demo_viewer
from maturity.reference import reference
from maturity.stage.view import staged
from maturity.views.registry import view
from maturity.views.steps import steps

COMPARED = "sammenlign?kommune=1804&rammeverk=evner-10%2B3&kartlegging=teknologi-forarbeid"


@pytest.fixture(scope="module")
def data(answers):
    return queries.newest(answers)


@pytest.fixture(scope="module")
def viewer():
    return demo_viewer(frozenset(reference().kommuner), all_invented=True)


def test_the_target_follows_and_earlier_rounds_come_before(data, viewer):
    found = steps(COMPARED, data=data, viewer=viewer)
    assert found[0].label == "Målet"
    assert "aspekt=target" in found[0].address
    assert [it.before for it in found] == [False, *[True] * (len(found) - 1)]
    assert len(found) > 2
    for step in found:
        own, other = (view(it, data=data, viewer=viewer) for it in (COMPARED, step.address))
        assert own.kind == other.kind
        ((figures, _part),) = staged(own, dark=False)
        ((others, _part),) = staged(other, dark=False)
        names = [[it.get("name") for it in one["stage"]["data"]] for one in (figures, others)]
        assert names[0] == names[1]
        assert figures["stage"]["data"] != others["stage"]["data"]


@pytest.mark.parametrize("address", ["deltakelse", "barrierer", "trapp?k=1804"])
def test_what_cannot_be_shown_is_no_step(data, viewer, address):
    for step in steps(address, data=data, viewer=viewer):
        assert view(step.address, data=data, viewer=viewer)


def test_a_target_has_no_target(data, viewer):
    found = steps(f"{COMPARED}&aspekt=target", data=data, viewer=viewer)
    assert "Målet" not in [it.label for it in found]


@pytest.mark.parametrize("address", ["veien?k=1804", "nordland", "trapp?k=1804"])
def test_a_figure_of_both_begins_with_the_target_where_today_is(data, viewer, address):
    """But for what has no target yet."""
    ((figures, _part),) = staged(view(address, data=data, viewer=viewer), dark=False)
    figure = figures["stage"]
    named = {it.get("name"): at for at, it in enumerate(figure["data"])}
    now, target = (figure["data"][named[it]] for it in ("I dag", "Om tre år"))
    moving, fixed = ("r", "theta") if "r" in target else ("x", "y")
    today = dict(zip(now[fixed], now[moving], strict=True))
    (begun,) = figure["begin"][str(named["Om tre år"])].values()
    pairs = list(zip(target[fixed], target[moving], begun, strict=True))
    assert all(start in (today.get(place), end) for place, end, start in pairs)
    assert sum(start != end for _place, end, start in pairs) >= len(pairs) - 1
    lines = [it["x"] for at, it in figure["begin"].items() if at != str(named["Om tre år"])]
    assert len(lines) == (moving == "x")
    assert all(it[::3] == it[1::3] for it in lines)

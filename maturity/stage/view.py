"""One view as a hall sees it: a message in large letters, its figure, and where it is from."""

from collections.abc import Collection
from typing import Any

from maturity.exports.pack_figure import bare_figure
from maturity.exports.pack_stage import on_stage, with_whole_numbers
from maturity.exports.stage_parts import MOST, parts
from maturity.language import _, name_of
from maturity.view import View

# A hall points at nothing: what would be read by pointing is not sent.
UNSEEN = ("customdata", "hovertext", "hovertemplate", "hoverinfo", "hoverlabel")

Figure = dict[str, Any]


def staged(view: View, *, dark: bool, most: int = MOST) -> list[tuple[dict[str, Figure], str]]:
    """Return the figure for a wide screen and for a narrow one, in as many parts as it needs.

    `most` is how many pixels tall a part may be; rows are what is shared out between parts.
    With each part stands which one it is; on a narrow screen the first has all of it.
    """
    page, _below = bare_figure(view, dark=dark)
    stage = parts(on_stage(view, dark=dark), most=most)
    found = []
    for number, one in enumerate(stage, start=1):
        both = {"stage": _seen(one), "page": _seen(page)}
        part = _("del {number} av {count}").format(number=number, count=len(stage))
        shown = {name: it | {"begin": beginning(it, view=view)} for name, it in both.items()}
        found.append((shown, part if len(stage) > 1 else ""))
    return found


def beginning(figure: Figure, *, view: View) -> dict[str, dict[str, Any]]:
    """Return where the points of the target begin, by their traces' places: where today's are.

    The lines between the two begin as points. Nothing where the figure does not show both.
    """
    if view.instrument is None:
        return {}
    names = [name_of(it) for it in view.instrument.aspects.values()]
    places = {it.get("name"): at for at, it in enumerate(figure["data"])}
    if len(names) < 2 or not set(names) <= set(places):
        return {}
    now, target = (figure["data"][places[name]] for name in names)
    for moving, fixed in (("x", "y"), ("r", "theta")):
        if moving not in now or moving not in target:
            continue
        today = dict(zip(now[fixed], now[moving], strict=True))
        starts = [
            after if after is None or today.get(place) is None else today[place]
            for place, after in zip(target[fixed], target[moving], strict=True)
        ]
        ways = set(zip(starts, target[moving], target[fixed], strict=True))
        lines = _as_points(figure, ways) if moving == "x" else {}
        return {str(places[names[1]]): {moving: starts}, **lines}
    return {}


def _as_points(figure: Figure, ways: Collection[tuple[Any, Any, Any]]) -> dict[str, dict[str, Any]]:
    """Return the lines that are made of these ways (from, to, height), ended where they begin."""
    found = {}
    for at, trace in enumerate(figure["data"]):
        x, y = list(trace.get("x", ())), trace.get("y", ())
        firsts = range(0, len(x), 3)
        pairs = trace.get("mode") == "lines" and bool(x) and len(x) % 3 == 0
        if pairs and all((x[it], x[it + 1], y[it]) in ways for it in firsts):
            found[str(at)] = {"x": [it for one in firsts for it in (x[one], x[one], None)]}
    return found


def _seen(figure: Figure) -> Figure:
    """Return a figure without what is read by pointing at it."""
    traces = [
        {key: value for key, value in trace.items() if key not in UNSEEN and _drawn(key, trace)}
        for trace in with_whole_numbers(figure)["data"]
    ]
    return {"data": traces, "layout": {**figure["layout"], "hovermode": False}}


def _drawn(key: str, trace: dict[str, Any]) -> bool:
    """Tell whether a trace's texts are drawn, or read by pointing."""
    if key != "text" or trace["type"] == "bar":
        return True
    return "text" in str(trace.get("mode", ""))

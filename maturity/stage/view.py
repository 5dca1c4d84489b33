"""One view as a hall sees it: a message in large letters, its figure, and where it is from."""

from typing import Any

from maturity.exports.pack_figure import bare_figure
from maturity.exports.pack_stage import on_stage
from maturity.exports.slides_words import headline, source
from maturity.fingerprint import fingerprint
from maturity.view import View

# A hall points at nothing: what would be read by pointing is not sent.
UNSEEN = ("customdata", "hovertext", "hovertemplate", "hoverinfo", "hoverlabel")

Figure = dict[str, Any]


def texts(view: View, *, title: str) -> dict[str, str]:
    """Return what stands around a figure; `title` is the presenter's own message, "": none."""
    message, what, _rest = headline(view)
    if title:
        message, what = title, view.title
    notice = view.about.notice
    return {
        "message": message,
        "what": what,
        "notice": f"◆ {notice}" if notice else "",
        "alt": view.finding,
        "source": source(view, fingerprint=fingerprint(view)),
    }


def staged(view: View, *, dark: bool) -> list[tuple[dict[str, Figure], str]]:
    """Return the figure for a wide screen and for a narrow one, in as many parts as it needs."""
    page, _below = bare_figure(view, dark=dark)
    dimensions = view.instrument.dimensions if view.instrument else ()
    stage = on_stage(page, names=[it.label for it in dimensions])
    return [({"stage": _seen(stage), "page": _seen(page)}, "")]


def _seen(figure: Figure) -> Figure:
    """Return a figure without what is read by pointing at it."""
    traces = [
        {key: value for key, value in trace.items() if key not in UNSEEN and _drawn(key, trace)}
        for trace in figure["data"]
    ]
    return {"data": traces, "layout": {**figure["layout"], "hovermode": False}}


def _drawn(key: str, trace: dict[str, Any]) -> bool:
    """Tell whether a trace's texts are drawn, or read by pointing."""
    if key != "text" or trace["type"] == "bar":
        return True
    return "text" in str(trace.get("mode", ""))

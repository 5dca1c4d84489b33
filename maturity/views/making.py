"""Making a view of its parts, in one place: what every view says of itself and how it is drawn."""

from collections.abc import Callable, Mapping, Sequence
from contextvars import Context
from functools import lru_cache, partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity import language, naming, queries
from maturity.exports.about import About
from maturity.instruments import Instrument
from maturity.language import _
from maturity.view import Table, View
from maturity.views.compare_panel import Lines, Said, threshold_lines
from maturity.views.without_codes import without_codes

Draw = Callable[..., go.Figure]


def made(
    data: queries.Data,
    *,
    address: str,
    kind: str,
    title: str,
    source: str,
    invented: bool,
    finding: str,
    frame: pd.DataFrame,
    table: Table,
    panel: Said,
    chart: Draw,
    instrument: Instrument | None = None,
    options: Mapping[str, Any] | None = None,
    kommuner: Sequence[str] = (),
) -> View:
    """Return a view; `chart` draws its frame, given title, source, invented, dark and `options`.

    A chart that shows a scale is given the instrument too.
    """
    lines: Lines = [
        (question, (answer,) if isinstance(answer, str) else tuple(answer))
        for question, answer in panel
    ]
    about = About(
        title=title,
        source=source,
        notice=_("Eksempeldata") if invented else "",
        lines=(
            *((question, "\n".join(answers)) for question, answers in lines),
            (_("Terskler"), "\n".join(threshold_lines())),
            (
                _("Avrunding"),
                _(
                    "Siden viser én desimal, filen så mange som ikke røper noen: av kommuner alle, "
                    "av grupper med ukjente kommuner én eller to."
                ),
            ),
        ),
    )
    again = True
    if naming.current() is not None:
        frame, options, address, again = without_codes(kind, frame, options or {}, address)
        kommuner = ()
    told = {**(options or {}), "title": title, "source": source, "invented": invented}
    if instrument is not None:
        told["instrument"] = instrument
    return View(
        address=address,
        kind=kind,
        finding=finding,
        frame=frame,
        instrument=instrument,
        table=table,
        about=about,
        panel=tuple(lines),
        version=data.version,
        draw=_drawing(partial(chart, frame, **told)),
        options=options or {},
        kommuner=tuple(kommuner),
        again=again,
    )


def _drawing(draw: Draw) -> Draw:
    """Return what draws once for each theme, whoever asks, in the view's own language and naming.

    Files are written in another thread than the page's, which speaks nobody's language.
    """
    spoken = Context()
    spoken.run(language.use, language.current())
    spoken.run(naming.use, naming.current())

    @lru_cache(maxsize=2)
    def drawn(*, dark: bool) -> go.Figure:
        return spoken.copy().run(partial(draw, dark=dark))

    return drawn

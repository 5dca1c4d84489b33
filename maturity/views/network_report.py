"""The network's report: where Nordland stands and wants to be, on paper."""

from collections.abc import Iterator
from dataclasses import replace

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.exports.about import file_name
from maturity.exports.report import Report, Voice
from maturity.exports.view_words import first_sentence
from maturity.groups import WHOLE, groups
from maturity.language import _
from maturity.reference import reference
from maturity.view import View
from maturity.views import module_choices, module_figures, network_charts
from maturity.views.barriers_choices import kinds
from maturity.views.kommune_report import method
from maturity.views.overview_change import changed
from maturity.views.overview_nordland import newest_rounds, profile
from maturity.views.overview_parts import parts
from maturity.views.registry import view
from maturity.views.rounds import Round


def network_report(data: queries.Data, *, viewer: Viewer) -> Report:
    """Return the report of the newest rounds; UserError where nobody has answered any."""
    rounds = newest_rounds(data, viewer=viewer)
    if not rounds:
        raise UserError(_("Ingen kartlegging har svar som du kan se."))
    counts = parts(data, viewer=viewer)
    figures = [it for asked in rounds for it in _of_round(data, viewer=viewer, asked=asked)]
    themes, without = [], []
    for kind, heading in kinds().items():
        try:
            themes.append(view(f"barrierer?type={kind}", data=data, viewer=viewer))
        except UserError as why:
            seen = viewer.counted <= viewer.kommuner
            note = _("Kommentarene har ingen temaer som kan telles.") if seen else why.message
            without.append(Voice(heading=heading, note=note))
    moved = [changed(data, viewer=viewer, instrument=it.instrument) for it in rounds]
    last = [it.finding for it in figures if it.kind in ("dumbbell", "spread")]
    return Report(
        title=_("{kommune}: digital modenhet").format(kommune=_whole()),
        subtitle="; ".join(dict.fromkeys(it.label_with_date for it in rounds)),
        front=tuple(first_sentence(it) for it in (counts.finding, *last[-2:])),
        views=(*figures, *(it for it in moved if it), *themes, counts),
        voices=tuple(without),
        method=method(),
    )


def network_name() -> str:
    """Return the name of the file with the network's report."""
    return file_name(_("modenhet"), _whole(), extension=".pdf")


def _of_round(data: queries.Data, *, viewer: Viewer, asked: Round) -> Iterator[View]:
    """Yield what one framework's newest round shows, today and the target before the spread."""
    if reference().instruments[asked.instrument].ordered:
        yield network_charts.stairs(data, viewer=viewer, asked=asked)
    else:
        yield profile(data, viewer=viewer, asked=asked)
        yield network_charts.gaps(data, viewer=viewer, asked=asked)
    every = module_choices.Asked(asked=asked, aspect="now", order="region")
    apart = module_figures.apart(data, viewer=viewer, asked=every)
    if apart.frame["lowest"].notna().any():
        label = reference().instruments[asked.instrument].label
        title = _("{instrument}: hvor ulike er kommunene?").format(instrument=label)
        yield _titled(apart, title)


def _titled(own: View, title: str) -> View:
    """Return a view under another title: of two frameworks, each says which it is of."""
    return replace(own, about=replace(own.about, title=title))


def _whole() -> str:
    return groups(reference())[WHOLE].label

"""The report of a kommune, and of many: what its page says, on paper."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.exports.about import file_name
from maturity.exports.report import Report, Voice, write_report
from maturity.findings.question import rule
from maturity.language import _
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.texts.method import rules
from maturity.views.choosing import NOWHERE, Told
from maturity.views.kommune import OwnKommune, rounds_from
from maturity.views.kommune_choices import choose
from maturity.views.kommune_figures import figures
from maturity.views.kommune_frames import state
from maturity.views.kommune_said import asked_next, said
from maturity.views.kommune_standing import why_empty

MOST = 8  # comments of each kind
MARKS = re.compile(r"\*\*|^\d+\. ", re.MULTILINE)


def kommune_report(data: queries.Data, *, viewer: Viewer, kommune: str) -> Report:
    """Return the report of a kommune's newest; UserError where nothing of it may be shown."""
    asked = choose(data, viewer=viewer, chosen=Told(f"k={kommune}"), blocks=[NOWHERE] * 3)
    if asked.kommune != kommune:
        raise UserError(_("Du har ikke tilgang til denne kommunen."))
    if state(data, viewer=viewer, asked=asked) != "shown":
        raise UserError(why_empty(data, viewer=viewer, asked=asked))
    return report_of(data, viewer=viewer, asked=asked)


def report_of(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> Report:
    """Return the report of what a kommune's page shows; what people wrote, of those seen whole."""
    whole = asked.kommune in viewer.kommuner
    question = asked_next(data, viewer=viewer, asked=asked) if whole else ""
    return Report(
        title=title_of(asked.kommune),
        subtitle=asked.capabilities.label_with_date,
        front=tuple(it.text for it in said(data, viewer=viewer, asked=asked)),
        views=tuple(figures(data, viewer=viewer, asked=asked)),
        voices=tuple(_voices(data, viewer=viewer, asked=asked)) if whole else (),
        following=(question, rule()) if question else (),
        method=method(),
    )


def method() -> tuple[str, ...]:
    """Return how numbers are made, with the thresholds in force, a paragraph each."""
    return tuple(MARKS.sub("", rules()).splitlines())


def reports(
    data: queries.Data,
    *,
    viewer: Viewer,
    kommuner: Iterable[str],
    tell: Callable[[str], None] = lambda _name: None,
) -> tuple[bytes, dict[str, str]]:
    """Return a zip with a report of each kommune, and why some have none, by their names.

    `tell` is called with a kommune's name when it is done.
    """
    file, missing = io.BytesIO(), {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:  # a PDF is packed already
        for kommune in kommuner:
            name = reference().kommuner[kommune].name
            try:
                report = kommune_report(data, viewer=viewer, kommune=kommune)
            except UserError as why:
                missing[name] = why.message
            else:
                packed.writestr(report_name(kommune), write_report(report))
            tell(name)
        if missing:
            lines = "\r\n\r\n".join(f"{name}: {why}" for name, why in missing.items())
            packed.writestr(file_name(_("uten rapport"), extension=".txt"), lines)
    return file.getvalue(), missing


def title_of(kommune: str) -> str:
    """Return what a report, or a deck, of a kommune is called."""
    return _("{kommune}: digital modenhet").format(kommune=reference().kommuner[kommune].name)


def report_name(kommune: str) -> str:
    """Return the name of the file with a kommune's report."""
    return file_name(_("modenhet"), kommune, reference().kommuner[kommune].name, extension=".pdf")


def _voices(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> Iterable[Voice]:
    upto, _later = rounds_from(data, viewer=viewer, survey_round=asked.capabilities.survey_round)
    for kind, heading in (("barrier", _("Barrierer")), ("opportunity", _("Muligheter"))):
        found = queries.comments(
            data,
            viewer=viewer,
            kind=kind,
            survey_rounds=tuple(dict.fromkeys(it.survey_round for it in upto)),
            among=frozenset({asked.kommune}),
            theme=None,
            words=(),
            most=MOST,
        )
        nothing = _(
            "Ingen kommentarer kan vises: ingen har skrevet noe, eller færre enn {limit} har svart."
        ).format(limit=thresholds().min_respondents_detail)
        yield Voice(
            heading=heading,
            texts=tuple(str(text) for text in found["text"]),
            note="" if len(found) else nothing,
        )

"""A report on paper and screen: views, words and tables as a PDF that everybody can read.

The PDF follows PDF/UA-1: tagged, with alternative texts, bookmarks and the language set. Typst sets
it, from `report.typ` and JSON, without a browser.
"""

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

from maturity.charts.radar import axes_explained
from maturity.exports.drawing_kinds import drawing
from maturity.exports.view_words import TAGS, source
from maturity.fingerprint import fingerprint
from maturity.language import _, current
from maturity.settings import ROOT
from maturity.view import View

TEMPLATE = Path(__file__).with_name("report.typ")
# What the fonts have: Latin with all its accents, and the signs that our texts are made of.
UNSEEN = re.compile(
    "[^\n\x20-\x7e\xa0-\xac\xae-\u017f\u02bb\u02bc\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026"
    "\u2030\u2039\u203a\u20ac\u2122\u2190-\u2193\u2212\u2260\u2264\u2265\u25a0\u25a1\u25c6\u25cf"
    "\u25fb\u25fc]"
)
REPLACED = "\N{WHITE SQUARE}"
FONTS = ROOT / "static" / "fonts"


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What people wrote of one kind, each text as it was written; `note` says what is missing."""

    heading: str
    texts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that stands in a report; every text is plain and in the reader's language.

    `front` are the sentences on its first page, `following` what comes next, `method` how numbers
    are made, a paragraph each.
    """

    title: str
    subtitle: str
    front: tuple[str, ...]
    views: tuple[View, ...]
    voices: tuple[Voice, ...] = ()
    following: tuple[str, ...] = ()
    method: tuple[str, ...] = ()


def write_report(report: Report) -> bytes:
    """Return the report as PDF; ValueError where it has no view, and so nothing to report."""
    if not report.views:
        raise ValueError("a report without views")
    compiled = typst.compile(
        str(TEMPLATE),
        format="pdf",
        pdf_standards=["ua-1"],
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_shown(_content(report)), ensure_ascii=False)},
        # The same numbers give the same file.
        timestamp=datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC),
    )
    if not isinstance(compiled, bytes):
        raise TypeError("a PDF is one file")
    return compiled


def _content(report: Report) -> dict[str, Any]:
    language, _dash, region = TAGS.get(current(), "nb-NO").partition("-")
    versions = sorted({view.version for view in report.views})
    version = _("Dataversjon {version}").format(version=", ".join(map(str, versions)))
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "author": "DigiNordland",
        "language": language,
        "region": region,
        "notice": next((view.about.notice for view in report.views if view.about.notice), ""),
        "notice_words": _("Alle svar er oppdiktet."),
        "footer": f"{version}.",
        "about": _("Egenvurderinger: et grunnlag for samtale, ikke en rangering."),
        "front": report.front,
        "views": [_view(view) for view in report.views],
        "voices": [
            {"heading": voice.heading, "texts": voice.texts, "note": voice.note}
            for voice in report.voices
        ],
        "next": report.following,
        "panel": [
            {"question": question, "answers": answers} for question, answers in _panel(report.views)
        ],
        "method": report.method,
        "words": {
            "voices": _("Barrierer og muligheter med egne ord")
            if any(voice.texts for voice in report.voices)
            else _("Barrierer og muligheter"),
            "next": _("Hva nå?"),
            "tables": _("Tallene i tabeller"),
            "panel": _("Hva sier tallene, og hva sier de ikke?"),
            "method": _("Slik er tallene laget"),
        },
    }


def _shown(content: Any) -> Any:
    """Put a sign for what no font here has, however deep it stands: PDF/UA refuses the whole."""
    if isinstance(content, dict):
        return {key: _shown(it) for key, it in content.items()}
    if isinstance(content, list | tuple):
        return [_shown(it) for it in content]
    return UNSEEN.sub(REPLACED, content) if isinstance(content, str) else content


def _view(view: View) -> dict[str, Any]:
    radar = view.kind == "radar" and view.instrument is not None
    return {
        "heading": view.title,
        "finding": view.finding,
        "alt": view.finding,
        "svg": drawing(view),
        "axes": axes_explained(view.instrument) if radar and view.instrument else "",
        "source": source(view, fingerprint=None),
        "check": _("Fingeravtrykk: {fingerprint}.").format(fingerprint=fingerprint(view)),
        "heads": view.table.heads,
        "rows": view.table.rows,
    }


def _panel(views: Sequence[View]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the quiet panel of the radar, which says most; that of the first view without one."""
    return next((view for view in views if view.kind == "radar"), views[0]).panel

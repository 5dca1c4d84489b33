"""Barriers and opportunities of one kommune, in its people's own words."""

from dataclasses import dataclass

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import _, name_of, ngettext
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.ui.barriers_comments import Comments, comments
from maturity.ui.barriers_filter import Filter
from maturity.ui.links import FILES
from maturity.views.barriers_choices import Asked, kinds, rounds_with_comments, themes_told
from maturity.views.kommune import OwnKommune
from maturity.views.rounds import Round

MOST = 8  # comments of each kind; the rest stands on the page of barriers


@dataclass(frozen=True, kw_only=True)
class Voices:
    """One kind of comment: which round they are from, the themes in words, the comments."""

    title: str
    round_said: str
    themes: str
    comments: Comments | None


def voices(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> None:
    """Write what people wrote, barriers beside opportunities."""
    st.header(_("Barrierer og muligheter med egne ord"), anchor="ord")
    for column, kind in zip(st.columns(2, gap="large"), kinds(), strict=True):
        own = wrote(data, viewer=viewer, asked=asked, kind=kind)
        with column:
            st.subheader(own.title, anchor=False)
            st.text(" ".join(part for part in (own.round_said, own.themes) if part))
            if own.comments and own.comments.html:
                st.html(own.comments.html)
    st.page_link(
        FILES["barrierer"],
        label=_("Les alle, og søk i dem"),
        icon=":material/forum:",
        query_params={"k": asked.kommune},
    )


@kept
def wrote(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, kind: str) -> Voices:
    """Return what people of a kommune wrote in the newest round, not newer than the one shown.

    Where that is withheld or nobody wrote anything, the sentence says which.
    """
    title = kinds()[kind]
    found = _newest(data, viewer=viewer, asked=asked, kind=kind)
    if found is None:
        nothing = _("Ingen i {kommune} har skrevet noe i denne kartleggingen eller tidligere.")
        name = reference().kommuner[asked.kommune].name
        return Voices(
            title=title, round_said=nothing.format(kommune=name), themes="", comments=None
        )
    which = Asked(kind=kind, rounds=(found,), grid="modul")
    rows = themes_told(data, viewer=viewer, kind=kind)
    own = rows[(rows["survey_round"] == found.survey_round) & (rows["kommune"] == asked.kommune)]
    if own["withheld"].notna().any():
        withheld = _("{round}: holdt tilbake, færre enn {limit} har svart.").format(
            round=found.label, limit=thresholds().min_respondents_detail
        )
        return Voices(title=title, round_said=withheld, themes="", comments=None)
    # Known themes only, in the reader's language: what people typed stands among the comments.
    themes = {it.name["nb"]: name_of(it.name) for it in reference().programme.themes}
    named = own[own["theme"].isin(list(themes))].sort_values(
        ["people", "theme"], ascending=[False, True], kind="stable"
    )
    n = int(own["n"].iloc[0])
    said = ", ".join(
        _("{theme} ({people} av {n})").format(theme=themes[row["theme"]], people=row["people"], n=n)
        for row in named.to_dict("records")
    )
    return Voices(
        title=title,
        round_said=ngettext("{round}, {n} svar.", "{round}, {n} svar.", n).format(
            round=found.label_with_date, n=n
        ),
        themes=_("Temaer: {themes}.").format(themes=said) if said else "",
        comments=comments(
            data,
            viewer=viewer,
            asked=which,
            wanted=Filter(kommune=asked.kommune, theme=None, words=()),
            most=MOST,
        ),
    )


def _newest(data: queries.Data, *, viewer: Viewer, asked: OwnKommune, kind: str) -> Round | None:
    rows = themes_told(data, viewer=viewer, kind=kind)
    own = set(rows.loc[rows["kommune"] == asked.kommune, "survey_round"])
    upto = asked.capabilities.answered_at
    for it in rounds_with_comments(data, viewer=viewer, kind=kind).values():
        late = upto and it.answered_at and it.answered_at > upto
        if it.survey_round in own and not late:
            return it
    return None

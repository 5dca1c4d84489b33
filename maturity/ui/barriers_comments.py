"""What people wrote, as they wrote it: without who, when or in what role."""

from dataclasses import dataclass
from html import escape

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import _, name_of, ngettext
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.ui.barriers_filter import Filter
from maturity.views.barriers_choices import Asked, themes_told

STYLE = """<style>
ul.comments.comments { margin: 0; padding: 0; list-style: none; }
ul.comments li { margin: 0; padding: 0.55rem 0; overflow-wrap: anywhere; max-width: 60rem;
  border-bottom: 1px solid color-mix(in srgb, currentColor 22%, transparent); }
ul.comments small { display: block; font-size: 0.8125rem; }
</style>"""


@dataclass(frozen=True, kw_only=True)
class Comments:
    """Comments as HTML, how many were found in all, and what is said above them."""

    html: str
    shown: int
    found: int
    words: str


@kept
def comments(
    data: queries.Data, *, viewer: Viewer, asked: Asked, wanted: Filter, most: int
) -> Comments:
    """Return what was written, at most so many, in an order that tells nothing."""
    known = reference().kommuner
    among = viewer.kommuner if wanted.kommune is None else viewer.kommuner & {wanted.kommune}
    rows = queries.comments(
        data,
        viewer=viewer,
        kind=asked.kind,
        survey_rounds=tuple(it.survey_round for it in asked.rounds),
        among=frozenset(among),
        theme=wanted.theme,
        words=wanted.words,
        most=most,
    ).to_dict("records")
    themes = {it.name["nb"]: name_of(it.name) for it in reference().programme.themes}
    labels = {it.survey_round: it.label for it in asked.rounds}
    items = []
    for row in rows:
        # What is the same of all of them stands above them.
        about = [
            *([known[row["kommune"]].name] if wanted.kommune is None else []),
            *([labels[row["survey_round"]]] if len(asked.rounds) > 1 else []),
            *(themes.get(it, it) for it in row["themes"]),
        ]
        small = f"<small>{escape(' · '.join(about))}</small>" if about else ""
        items.append(f"<li>{escape(str(row['text']))}{small}</li>")
    found = int(rows[0]["found"]) if rows else 0
    return Comments(
        html=f'{STYLE}<ul class="comments">{"".join(items)}</ul>' if items else "",
        shown=len(rows),
        found=found,
        words=" ".join(
            part
            for part in (
                _above(found, len(rows), wanted),
                _withheld(data, viewer=viewer, asked=asked, among=frozenset(among)),
            )
            if part
        ),
    )


def _withheld(data: queries.Data, *, viewer: Viewer, asked: Asked, among: frozenset[str]) -> str:
    """Say of how many of these kommuner what was written is withheld, and why."""
    rows = themes_told(data, viewer=viewer, kind=asked.kind)
    codes = {it.survey_round for it in asked.rounds}
    own = rows[
        rows["survey_round"].isin(codes) & rows["kommune"].isin(among) & rows["withheld"].notna()
    ]
    count = own["kommune"].nunique()
    if not count:
        return ""
    return ngettext(
        "Kommentarene fra {count} kommune er holdt tilbake i minst én kartlegging: "
        "færre enn {limit} har svart.",
        "Kommentarene fra {count} kommuner er holdt tilbake i minst én kartlegging: "
        "færre enn {limit} har svart.",
        count,
    ).format(count=count, limit=thresholds().min_respondents_detail)


def _above(found: int, shown: int, wanted: Filter) -> str:
    limit = thresholds().min_respondents_detail
    if not found and wanted.words:
        return _("Ingen kommentar som kan vises, har alle ordene. Prøv færre, eller kortere ord.")
    if not found:
        return _(
            "Ingen kommentarer kan vises: ingen har skrevet noe her, eller færre enn {limit} har "
            "svart. Velg en annen kommune, et annet tema eller alle kartlegginger."
        ).format(limit=limit)
    text = ngettext("{count} kommentar", "{count} kommentarer", found).format(count=found)
    part = _(", de første {shown} vises").format(shown=shown) if shown < found else ""
    return _("{count}{part}. Rekkefølgen er tilfeldig; hvem, når og rolle vises aldri.").format(
        count=text, part=part
    )

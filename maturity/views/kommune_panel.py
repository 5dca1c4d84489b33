"""What stands in the quiet panels of a kommune's figures, beyond what every comparison says."""

from collections.abc import Iterator

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind, level
from maturity.findings.scores import withheld_reason
from maturity.groups import groups
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.uncertainty import Answers, difference
from maturity.views.compare_panel import Lines, about_lines
from maturity.views.kommune import OwnKommune
from maturity.views.rounds import Round, offered


def lines(data: queries.Data, *, viewer: Viewer, frame: pd.DataFrame, asked: Round) -> Lines:
    """Return what every panel answers; `frame` is a score frame whose first series is the own."""
    found = about_lines(
        frame,
        instrument=reference().instruments[asked.instrument],
        aspect="now",
        asked=asked,
        version=data.version,
    )
    same = _("Samme spørsmål?")
    before = same_as_before(data, viewer=viewer, asked=asked)
    return [(it, (*answers, before) if it == same else answers) for it, answers in found]


@kept
def same_as_before(data: queries.Data, *, viewer: Viewer, asked: Round) -> str:
    """Say whether the statements are those of the round before."""
    rounds = list(offered(data, viewer=viewer)[asked.instrument].values())
    at = [it.survey_round for it in rounds].index(asked.survey_round)
    if at + 1 == len(rounds):
        return _("Første gang dette rammeverket ble brukt.")
    before = rounds[at + 1]
    now, then = (_items(data, viewer=viewer, asked=it) for it in (asked, before))
    shared = [key for key in now if key in then]
    if any(not now[key] or not then[key] for key in shared):
        text = _("Kan ikke sjekkes mot {round}: kilden har bare gjennomsnitt.")
        return text.format(round=before.label)
    known = reference().instruments[asked.instrument].by_key
    other = [known[key].label for key in shared if now[key] != then[key]]
    if other:
        text = _("Ikke de samme påstandene som i {round}: {names}.")
        return text.format(round=before.label, names=", ".join(other))
    return _("De samme påstandene som i {round}.").format(round=before.label)


def compared_with(frame: pd.DataFrame, *, asked: OwnKommune) -> Lines:
    """Say like whom, and how sure the largest difference from each group is."""
    like = [_line(str(label), rows) for label, rows in _groups(frame)]
    members = groups(reference())[asked.group].members
    if asked.kommune in members:
        like.append(_("Kommunen teller selv med i gruppen."))
    return [
        (_("Hvem sammenlignes det med?"), tuple(like)),
        (_("Er forskjellene tilfeldige?"), tuple(_sure(frame, asked=asked))),
    ]


def _groups(frame: pd.DataFrame) -> list[tuple[object, pd.DataFrame]]:
    return list(frame[frame["series_kind"] == "group"].groupby("series", sort=False))


def _line(label: str, rows: pd.DataFrame) -> str:
    counts = rows["k"].dropna()
    if counts.empty:
        why = withheld_reason(str(next(iter(rows["withheld"].dropna()), "min_kommuner")))
        return _("{series}: {reason}").format(series=label, reason=why)
    text = _("{series}: snittet av {kommuner}, hver teller likt")
    return text.format(series=label, kommuner=behind(None, int(counts.max())))


def _sure(frame: pd.DataFrame, *, asked: OwnKommune) -> Iterator[str]:
    """Say of each group where the kommune differs most, and what chance can give there."""
    known = reference().instruments[asked.capabilities.instrument].by_key
    own = frame[frame["series"] == frame["series"].iloc[0]].set_index("dimension")
    for label, rows in _groups(frame):
        theirs = rows.set_index("dimension")["mean"]
        gaps = (own["mean"] - theirs).abs().dropna()
        if gaps.empty:
            continue
        key = str(gaps.idxmax())
        row = own.loc[key]
        answers = Answers(mean=float(row["mean"]), sd=float(row["sd"]), n=int(row["n"]))
        words = difference(answers, float(theirs[key])).words
        if row["no_spread"] in ("only_means", "alike", "not_opened"):
            words = _("om det er tilfeldig, kan ikke sies: {reason}").format(
                reason=_("spredningen er ikke åpnet for deg")
                if row["no_spread"] == "not_opened"
                else withheld_reason(row["no_spread"])
            )
        yield _("Størst forskjell fra {series}: {name}, {ours} mot {theirs} – {words}.").format(
            series=label,
            name=known[key].label,
            ours=level(row["mean"], aspect="now"),
            theirs=level(theirs[key], aspect="now"),
            words=words,
        )


def _items(data: queries.Data, *, viewer: Viewer, asked: Round) -> dict[str, tuple[str, ...]]:
    frame = queries.items_asked(
        data,
        viewer=viewer,
        survey_round=asked.survey_round,
        instrument=asked.instrument,
        aspect="now",
    )
    return dict(zip(frame["dimension"], frame["items"], strict=True))

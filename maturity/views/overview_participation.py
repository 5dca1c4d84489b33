"""Who has answered, by module: the frame behind map and heat map, its words and its table."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from maturity import naming, queries
from maturity.access import Viewer
from maturity.alphabet import alphabetic
from maturity.charts.scores import behind
from maturity.errors import UserError
from maturity.findings.scores import participation_finding, tile_finding, withheld_reason
from maturity.kept import kept
from maturity.language import _, date, ngettext
from maturity.reference import reference
from maturity.view import Table
from maturity.views.limits import wholly_opened
from maturity.views.overview_table import answers_table
from maturity.views.rounds import Round, offered


@dataclass(frozen=True, kw_only=True)
class Answered:
    """Who has answered; `frame` has one row per kommune and survey round, in the order of both.

    Columns: kommune, name, region, survey_round, round_label, module, n (NA when withheld), state
    ("shown" | "withheld" | "none"). Shared between readers, so never changed.
    """

    frame: pd.DataFrame
    rounds: tuple[Round, ...]
    source: str
    finding: str
    tiles: pd.DataFrame
    map_finding: str
    table: Table

    @property
    def invented(self) -> bool:
        """Whether any of the answers is made up."""
        return any(one.invented for one in self.rounds)

    @property
    def kommuner(self) -> list[str]:
        """The codes of the kommuner that have answered at least once."""
        there = self.frame[self.frame["state"] != "none"]
        return [str(code) for code in there["kommune"].unique()]

    @property
    def answered_in(self) -> frozenset[tuple[str, str]]:
        """The kommuner with the survey rounds that they have answered."""
        there = self.frame[self.frame["state"] != "none"]
        return frozenset(zip(there["kommune"], there["survey_round"], strict=True))

    @property
    def answers(self) -> int:
        """The number of answers behind what is shown: with the rest it would give them away."""
        return int(self.frame.loc[self.frame["state"] == "shown", "n"].sum())


@kept
def answered(data: queries.Data, *, viewer: Viewer) -> Answered:
    """Return who has answered of the kommuner that the viewer sees all scores of, at least one.

    Raises UserError where there is no survey round.
    """
    rounds = rounds_of_all(data, viewer=viewer)
    frame = _frame(queries.participation(data, viewer=viewer), rounds, viewer)
    source = source_of(rounds, version=data.version)
    tiles = _tiles(frame)
    codes = [one.survey_round for one in rounds]
    return Answered(
        frame=frame,
        rounds=rounds,
        source=source,
        finding=participation_finding(frame, codes),
        tiles=tiles,
        map_finding=tile_finding(tiles, modules=len(reference().programme.modules)),
        table=answers_table(frame, tiles, labels=[one.label for one in rounds], source=source),
    )


def source_of(rounds: Sequence[Round], *, version: int) -> str:
    """Return the source line of what is shown of these survey rounds."""
    return _("Kilde: {rounds}, {when}. Dataversjon {version}.").format(
        rounds=ngettext("{count} kartlegging", "{count} kartlegginger", len(rounds)).format(
            count=len(rounds)
        ),
        when=_when(rounds),
        version=version,
    )


def rounds_of_all(data: queries.Data, *, viewer: Viewer) -> tuple[Round, ...]:
    """Return each survey round once, the oldest first; raises UserError where there is none."""
    by_instrument = offered(data, viewer=viewer).values()
    found = {one.survey_round: one for rounds in by_instrument for one in rounds.values()}
    asked = list(dict.fromkeys(queries.rounds(data, viewer=viewer)["survey_round"]))
    if not found:
        raise UserError(_("Ingen kartlegging har svar som du kan se."))
    return tuple(found[code] for code in asked)


def _frame(asked: pd.DataFrame, rounds: tuple[Round, ...], viewer: Viewer) -> pd.DataFrame:
    """Give every kommune a row in every survey round, answered or not."""
    columns = ["module", "n", "withheld"]
    found = asked.set_index(["kommune", "survey_round"])[columns].to_dict("index")
    rows = []
    for kommune in reference().kommuner.values():
        if kommune.kommune not in wholly_opened(viewer):
            continue
        for one in rounds:
            row = found.get((kommune.kommune, one.survey_round))
            state = "none" if row is None else "withheld" if pd.isna(row["n"]) else "shown"
            rows.append(
                {
                    "kommune": kommune.kommune,
                    "name": kommune.name,
                    "region": "" if naming.current() else kommune.region,
                    "survey_round": one.survey_round,
                    "round_label": one.label,
                    "module": None if row is None else row["module"],
                    "n": row["n"] if row and state == "shown" else pd.NA,
                    "state": state,
                }
            )
    frame = pd.DataFrame(rows).astype({"n": "Int64"})
    return frame.sort_values(["region", "name"], key=lambda names: names.map(alphabetic))


def _tiles(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row per kommune: kommune, name, value (modules answered), label (its words)."""
    rows = []
    for (kommune, name), own in frame.groupby(["kommune", "name"], sort=False):
        lines = [
            f"{row['round_label']} – {_said(row['state'], row['n'])}"
            for row in own.to_dict("records")
        ]
        rows.append(
            {
                "kommune": kommune,
                "name": name,
                "value": own["module"].nunique(),
                "label": "<br>".join([f"<b>{name}</b>", *lines]),
            }
        )
    return pd.DataFrame(rows)


def _said(state: str, n: int) -> str:
    if state == "shown":
        return behind(n, None)
    if state == "none":
        return _("ingen svar")
    return _("holdt tilbake: {reason}").format(reason=withheld_reason("min_respondents"))


def _when(rounds: Sequence[Round]) -> str:
    days = sorted(one.answered_at for one in rounds if one.answered_at)
    return (
        " – ".join(date(day) for day in dict.fromkeys([days[0], days[-1]])) if days else date(None)
    )

"""The same answers otherwise: all that a reader may know stays, all the rest is changed.

If two such worlds look the same to a reader, to the last byte, nothing of what differs reached
them, by whatever way: that is non-interference (Goguen and Meseguer, 1982). `other_world` changes

- for everybody: scores with too few behind them, spreads with too few behind them, what a kommune
  of few wrote, and of every answer who gave it, in what role and when;
- of a kommune whose profile alone is seen: the spread, what was written, and who came twice;
- of one that is not named: the whole kommune changes places with one that is in the same groups;
- of one that is not seen at all, or not on a framework: besides, every score, by sums that leave
  each group's as it is, and how many answered.
"""

import hashlib
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from deltalake import DeltaTable

from maturity.access import Viewer
from maturity.groups import groups
from maturity.intake.schema import SCHEMA
from maturity.intake.store import Store
from maturity.reference import reference
from maturity.settings import thresholds
from tests.leaks.sums import unseen_shifts

CELL = ["survey_round", "instrument", "kommune", "dimension", "aspect"]
MIDDLE, CLOSER = 3, 0.6  # of the scale; what is left of the way from there
STEP = 0.25  # of a score; what a reader would see at once


def rows_of(answers: Path) -> pd.DataFrame:
    """Return all rows of a table, in an order that does not depend on its files."""
    frame = DeltaTable(str(answers)).to_pyarrow_table().to_pandas()
    order = ["survey_round", "kommune", "kind", "respondent", "instrument", "dimension", "item"]
    return frame.sort_values([*order, "aspect"], ignore_index=True)


def write(rows: pd.DataFrame, answers: Path, *, like: Path) -> None:
    """Take rows in as a table of their own, by imports like those of another table."""
    for taken in Store(like).in_force():
        own = rows[rows["survey_round"] == taken.survey_round]
        batch = pa.RecordBatch.from_pandas(own, schema=SCHEMA, preserve_index=False)
        entry = {
            name: getattr(taken, name)
            for name in ("file", "sha256", "who", "survey_round", "invented", "module", "phase")
        } | {"rows": len(own)}
        kommuner = set(own["kommune"])
        Store(answers).take(lambda batch=batch: [batch], kommuner=kommuner, entry=entry)


def off_the_ends(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the answers closer to the middle of the scale.

    Else a hidden score could move to an end, and of those a group's k tells: they are withheld from
    everybody, and so count in no group.
    """
    return rows.assign(score=MIDDLE + CLOSER * (rows["score"] - MIDDLE))


def other_world(rows: pd.DataFrame, viewer: Viewer) -> pd.DataFrame:
    """Return the answers with all changed that this reader may not know."""
    everyone = set(rows["kommune"])
    profiled = {code for code, _instrument in viewer.opened} - viewer.kommuner
    hidden = everyone - viewer.kommuner - profiled
    rows = _silent(rows)
    rows = _swapped(rows, hidden)
    if not viewer.unnamed:
        rows = _shifted(rows, viewer)
        rows = _more_people(rows, hidden)
    rows = _spread(rows, everyone - profiled - hidden, below=thresholds().min_respondents_detail)
    rows = _spread(rows, profiled, below=None)
    rows = _rewritten(rows, _of_few(rows) | set(_places(rows, profiled | hidden)))
    return _other_people(rows, apart=profiled | hidden)


def _counts(rows: pd.DataFrame) -> pd.Series:
    """Tell for each row of a person whether at least half of the cell's items were answered."""
    own = rows[(rows["kind"] == "score") & rows["respondent"].notna()]
    items = own.groupby([*CELL, "respondent"])["score"]
    half = items.transform("count") * 2 >= items.transform("size")
    return half.reindex(rows.index, fill_value=False)


def _answered(rows: pd.DataFrame) -> pd.Series:
    """Return for each row how many people count in its cell, or how many the source says."""
    people = rows["respondent"].where(_counts(rows)).groupby([rows[it] for it in CELL])
    told = rows["n"].groupby([rows[it] for it in CELL]).transform("max")
    return told.fillna(people.transform("nunique")).fillna(0)


def _silent(rows: pd.DataFrame) -> pd.DataFrame:
    """Turn around the scores of cells with too few people behind them, and of who do not count."""
    few = _answered(rows) < thresholds().min_respondents
    few |= rows["respondent"].notna() & ~_counts(rows)
    few &= rows["kind"] == "score"
    return rows.assign(score=rows["score"].where(~few, 6 - rows["score"]))


def _spread(rows: pd.DataFrame, kommuner: set[str], *, below: int | None) -> pd.DataFrame:
    """Move two people of each cell apart, one up and one down: the mean stays."""
    found = (rows["kind"] == "score") & rows["respondent"].notna() & rows["kommune"].isin(kommuner)
    found &= rows["score"].notna()
    if below is not None:
        found &= _answered(rows) < below
    own = rows[found]
    whole = own.groupby([*CELL, "respondent"])["score"].transform("size")
    # Both must count in the cell, so those who answered all of it are taken.
    full = own[whole == whole.groupby([own[it] for it in CELL]).transform("max")]
    rank = full.groupby(CELL)["respondent"].rank("dense")
    enough = full.groupby(CELL)["respondent"].transform("nunique") >= 2
    score = rows["score"].copy()
    score.loc[full.index[enough & (rank == 1)]] += STEP
    score.loc[full.index[enough & (rank == 2)]] -= STEP
    return rows.assign(score=score)


def _swapped(rows: pd.DataFrame, hidden: set[str]) -> pd.DataFrame:
    return rows.assign(kommune=rows["kommune"].replace(twins(rows, hidden)))


def twins(rows: pd.DataFrame, hidden: set[str]) -> dict[str, str]:
    """Return who changes places with whom: in the same groups, and answered at the same times."""
    every = groups(reference())
    few = _answered(rows) < thresholds().min_respondents
    silent = set(rows.loc[few & (rows["kind"] == "score"), "kommune"])
    alike: dict[object, list[str]] = {}
    for code, own in rows.groupby("kommune"):
        if code in hidden and code not in silent:
            member = frozenset(key for key, it in every.items() if code in it.members)
            alike.setdefault((member, frozenset(own["survey_round"])), []).append(str(code))
    found: dict[str, str] = {}
    for codes in alike.values():
        for one, other in zip(codes[::2], codes[1::2], strict=False):
            found |= {one: other, other: one}
    return found


def _shifted(rows: pd.DataFrame, viewer: Viewer) -> pd.DataFrame:
    """Move every hidden score, and none of the groups'."""
    score = rows["kind"] == "score"
    shifts = unseen_shifts(rows[score], viewer, counts=_answered(rows)[score])
    if shifts.empty:
        return rows
    keys = pd.MultiIndex.from_frame(rows[CELL])
    moved = pd.Series(shifts.reindex(keys).to_numpy(), index=rows.index).fillna(0)
    return rows.assign(score=rows["score"] + moved.where(score, 0))


def _more_people(rows: pd.DataFrame, hidden: set[str]) -> pd.DataFrame:
    """Let as many again answer the same, where there were enough before."""
    enough = rows["kommune"].isin(hidden) & (rows["kind"] == "score")
    enough &= _answered(rows) >= thresholds().min_respondents
    people = enough & rows["respondent"].notna()
    again = rows[people].assign(respondent=rows.loc[people, "respondent"] + "-again")
    told = rows["n"].where(~(enough & rows["n"].notna()), rows["n"] * 2)
    return pd.concat([rows.assign(n=told), again], ignore_index=True)


def _places(rows: pd.DataFrame, kommuner: set[str]) -> set[tuple[str, str]]:
    own = rows[rows["kommune"].isin(kommuner)]
    return set(zip(own["survey_round"], own["kommune"], strict=True))


def _of_few(rows: pd.DataFrame) -> set[tuple[str, str]]:
    """Return the rounds of kommuner in which too few people did anything."""
    place = [rows["survey_round"], rows["kommune"]]
    told = _answered(rows).groupby(place).max()
    count = rows["respondent"].groupby(place).nunique().clip(lower=told)
    return set(count.index[count < thresholds().min_respondents_detail])


def _rewritten(rows: pd.DataFrame, where: set[tuple[str, str]]) -> pd.DataFrame:
    """Write something else, on another theme."""
    at = pd.MultiIndex.from_frame(rows[["survey_round", "kommune"]]).isin(list(where))
    wrote = pd.Series(at, index=rows.index) & (rows["kind"] != "score")
    text = rows["text"].where(~wrote, "omskrevet " + rows.index.astype(str))
    themes = [["Noe annet"] if it else old for it, old in zip(wrote, rows["themes"], strict=True)]
    return rows.assign(text=text, themes=themes)


def _other_people(rows: pd.DataFrame, *, apart: set[str]) -> pd.DataFrame:
    """Give everybody another pseudonym and role, and the days of somebody else in the kommune.

    In kommuner `apart`, nobody is the same person in two rounds any more.
    """
    has = rows["respondent"].notna()
    salt = rows["survey_round"].where(rows["kommune"].isin(apart), "")
    named = [
        hashlib.sha256(f"{it}{extra}".encode()).hexdigest()[:16] if known else None
        for it, extra, known in zip(rows["respondent"], salt, has, strict=True)
    ]
    person = ["survey_round", "kommune", "respondent"]
    came = rows[has & (rows["kind"] == "score")].groupby(person)
    asked = came["instrument"].agg(lambda it: " ".join(sorted(set(it))))
    days = came["answered_at"].max()
    turned = days.groupby([*(days.index.get_level_values(it) for it in person[:2]), asked])
    turned = turned.transform(lambda it: np.roll(it, 1))
    day = pd.Series(
        turned.reindex(pd.MultiIndex.from_frame(rows[person])).to_numpy(), index=rows.index
    ).fillna(rows["answered_at"])
    return rows.assign(
        respondent=named,
        role=rows["role"].where(~has, "en annen rolle"),
        answered_at=rows["answered_at"].where(~has, day),
    )

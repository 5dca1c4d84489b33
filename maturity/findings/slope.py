"""How a network, a group and one kommune moved between survey rounds, in a sentence or two."""

from collections.abc import Mapping

import pandas as pd

from maturity.charts.scores import EXACT, behind, level, moved
from maturity.findings.change import not_the_same
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _, ngettext

WAYS = ["up", "down", "same"]


def directions(frame: pd.DataFrame) -> dict[str, dict[str, int]]:
    """Count by dimension the kommuner that went up and down, and those that are as they were.

    `frame` has one row per kommune and dimension: dimension, earlier, later (NaN where withheld:
    not counted). A change of nothing to one decimal, as it is shown, leaves it as it was.
    """
    known = frame.dropna(subset=["earlier", "later"])
    found = {str(key): dict.fromkeys(WAYS, 0) for key in known["dimension"].unique()}
    for key, way in zip(known["dimension"], _moves(known), strict=True):
        found[str(key)]["up" if way > 0 else "down" if way < 0 else "same"] += 1
    return found


def directions_words(counts: Mapping[str, int]) -> str:
    """Write such counts: «15 opp, 5 ned, 2 uendret»."""
    return _("{up} opp, {down} ned, {same} uendret").format(**counts)


def movement_finding(
    frame: pd.DataFrame, counts: Mapping[str, Mapping[str, int]], *, instrument: Instrument
) -> str:
    """Say how many kommuner are compared, on how much their mean rose, and what moved most.

    `frame` has one row per dimension: dimension, earlier, later (means), k, withheld, and
    k_earlier where the means are not of the same kommuner; `counts` are those of `directions`.
    """
    known = frame.dropna(subset=["earlier", "later"])
    if known.empty:
        return not_shown(frame)
    steps = known.assign(moved=_moves(known))
    fewest, most = int(steps["k"].min()), int(steps["k"].max())
    kommuner = behind(None, most) if fewest == most else f"{fewest}–{behind(None, most)}"
    sentences = [
        not_the_same(steps)
        if "k_earlier" in steps
        else _("{kommuner} kan vises begge ganger.").format(kommuner=kommuner),
        _("Snittet gikk opp på {up} av {all} {dimensions}, og ned på {down}.").format(
            up=int((steps["moved"] > 0).sum()) or _("ingen"),
            down=int((steps["moved"] < 0).sum()) or _("ingen"),
            all=len(steps),
            dimensions=_("generasjoner") if instrument.ordered else _("evner"),
        ),
    ]
    if (steps["moved"] != 0).any():
        key = str(most_moved(frame))
        there = steps.set_index("dimension").to_dict("index")[key]
        words = _("Mest endret: {name}, fra {earlier} til {later} av {top}").format(
            name=instrument.by_key[key].label,
            earlier=level(float(there["earlier"]), aspect="now"),
            later=level(float(there["later"]), aspect="now"),
            top=instrument.scale.max,
        )
        if key in counts:
            words = f"{words} ({directions_words(counts[key])})"
        sentences.append(f"{words}.")
    return " ".join(sentences)


def most_moved(frame: pd.DataFrame) -> str | None:
    """Return the dimension whose mean moved most, the first of equals; None: none is known."""
    known = frame.dropna(subset=["earlier", "later"])
    if known.empty:
        return None
    exact = (known["later"] - known["earlier"]).abs().round(EXACT)
    return str(known["dimension"].iloc[int(exact.argmax())])


def slope_finding(
    counts: Mapping[str, int] | None,
    lines: Mapping[str, tuple[float, float]],
    *,
    dimension: str,
    instrument: Instrument,
    earlier: str,
    later: str,
    seen_all: bool = True,
) -> str:
    """Say how many kommuner went up and down on one dimension, and where the chosen lines lead.

    `lines` are earlier and later score by name. Without `seen_all` nothing is said of how many:
    the reader sees some of the kommuner only.
    """
    name = instrument.by_key[dimension].label
    if not seen_all:
        lead = _("{name}, {earlier} → {later}.").format(name=name, earlier=earlier, later=later)
        return " ".join([lead, *_steps_of(lines)])
    if counts is None:
        text = _("{name}: ingen kommuner kan vises både i {earlier} og {later}.")
        return text.format(name=name, earlier=earlier, later=later)
    total = sum(counts.values())
    kommuner = ngettext("{k} kommune", "{k} kommuner", total).format(k=total)
    sentences = [
        _("{name}, {earlier} → {later}: {kommuner}, {ways}.").format(
            name=name,
            earlier=earlier,
            later=later,
            kommuner=kommuner,
            ways=directions_words(counts),
        )
    ]
    return " ".join([*sentences, *_steps_of(lines)])


def _steps_of(lines: Mapping[str, tuple[float, float]]) -> list[str]:
    return [f"{series}: {step_words(before, after)}." for series, (before, after) in lines.items()]


def step_words(before: float, after: float) -> str:
    """Write one step with its change, worked out before rounding: «3,4 → 3,6 (+0,1)»."""
    return _("{earlier} → {later} ({moved})").format(
        earlier=level(before, aspect="now"),
        later=level(after, aspect="now"),
        moved=level(moved(before, after), aspect="gap"),
    )


def _moves(known: pd.DataFrame) -> list[float]:
    """Return the changes as they are shown."""
    return [moved(*step) for step in zip(known["earlier"], known["later"], strict=True)]


def not_shown(frame: pd.DataFrame) -> str:
    """Say why nothing of a change can be shown."""
    reasons = frame["withheld"].dropna()
    reason = withheld_reason(str(reasons.iloc[0]) if len(reasons) else "not_answered")
    return _("Endringen vises ikke: {reason}.").format(reason=reason)


def same_questions(common: Mapping[str, str | None], *, instrument: Instrument) -> list[str]:
    """Say of which dimensions two rounds asked the same, and which are left out for it.

    `common` has for each dimension None (the same items), "only_means" (cannot be checked),
    "not_same_items" or "not_asked" (both left out).
    """
    names: dict[str | None, list[str]] = {}
    for key, code in common.items():
        names.setdefault(code, []).append(instrument.by_key[key].label)
    lines = []
    if None in names:
        lines.append(
            _("Ja: de samme påstandene begge ganger.")
            if len(names[None]) == len(common)
            else _("De samme påstandene begge ganger på {count} av {all}.").format(
                count=len(names[None]), all=len(common)
            )
        )
    if "only_means" in names:
        lines.append(
            _(
                "Kan ikke kontrolleres: en av kildene har bare gjennomsnitt og sier ikke hvilke "
                "påstander som er brukt."
            )
        )
    if "not_same_items" in names:
        text = _("Utelatt, fordi påstandene ikke er de samme: {names}.")
        lines.append(text.format(names=", ".join(names["not_same_items"])))
    if "not_asked" in names:
        text = _("Utelatt, fordi det ikke er spurt begge ganger: {names}.")
        lines.append(text.format(names=", ".join(names["not_asked"])))
    return lines

"""Whose rows stand in the table, as the history has it: what an import brought, and left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from maturity.intake.imports import Import

Place = tuple[str, str]  # survey round, kommune


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What one commit did, or would do, to the places: each is in one of these.

    `came` had no answers before, `replaced` had others; with the version of the import whose rows
    stand there after. `gone` has none any more.
    """

    came: Mapping[Place, int]
    replaced: Mapping[Place, int]
    gone: frozenset[Place]


def in_force(history: Iterable[Import], *, until: int | None = None) -> list[Import]:
    """Return the imports that were not undone, the oldest first; `until`: by that version."""
    known = [it for it in history if until is None or it.version <= until]
    undone = {it.undoes for it in known}
    return [it for it in known if it.action == "take" and it.version not in undone]


def standing(imports: Iterable[Import]) -> dict[Place, int]:
    """Return whose rows stand where, by version, once these imports are in force.

    An import replaces its kommuner's rows of its round; real answers leave no invented ones.
    """
    taken = list(imports)
    real = [it for it in taken if not it.invented]
    return {(it.survey_round, code): it.version for it in real or taken for code in it.kommuner}


def effect(before: Mapping[Place, int], after: Mapping[Place, int]) -> Effect:
    """Tell the difference between what stands at two moments."""
    return Effect(
        came={it: after[it] for it in after if it not in before},
        replaced={it: after[it] for it in after if it in before and before[it] != after[it]},
        gone=frozenset(before.keys() - after.keys()),
    )


def effects(history: Sequence[Import]) -> dict[int, Effect]:
    """Return by version what each import and each undoing did."""
    found = {}
    before: Mapping[Place, int] = {}
    for it in history:
        after = standing(in_force(history, until=it.version))
        found[it.version] = effect(before, after)
        before = after
    return found


def undoing(history: Sequence[Import], undone: Import) -> Effect:
    """Tell what undoing an import now would do; what others have brought since stays."""
    taken = in_force(history)
    return effect(standing(taken), standing(it for it in taken if it != undone))

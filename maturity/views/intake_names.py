"""What a column can be, in the reader's words: statements, and how sure it is."""

from collections.abc import Sequence

from maturity.aspects import aspects
from maturity.instruments import Scale
from maturity.intake.headings import Statement, code_of, statements
from maturity.intake.proposals import Proposal
from maturity.intake.values import Ends
from maturity.language import _, name_of, number
from maturity.reference import reference

LONGEST = 90  # letters of a statement in the list


def how_names(it: Proposal) -> str:
    """Say how sure a proposal is, and why."""
    if it.how == "near":
        return _("forslag: teksten ligner ({share} %)").format(
            share=number(it.sure * 100, digits=0)
        )
    return {
        "known": _("sikkert: overskriften er kjent"),
        "codebook": _("sikkert: kodeboken sier det"),
        "order": _("forslag: rekkefølgen i skjemaet"),
        "contents": _("forslag: det som står i kolonnen"),
        "chosen": _("bestemt i oppsettet"),
    }.get(it.how, "")


def statement_names() -> dict[str, str]:
    """Return what all statements are called, by their codes."""
    known = reference().instruments
    found = {}
    asked = {it for each in statements(list(known.values())).values() for it in each}
    for it in sorted(asked, key=lambda it: (it.instrument, it.aspect, it.dimension, it.item)):
        found[code_of(it)] = _statement_name(it)
    return found


def _statement_name(it: Statement) -> str:
    instrument = reference().instruments[it.instrument]
    dimension = instrument.by_key[it.dimension]
    words = {item.key: name_of(item.text) for item in dimension.items}
    text = words.get(it.item, dimension.label)
    aspect = aspects(instrument)[it.aspect]
    return f"{aspect}: {text[:LONGEST]} ({it.item}, {instrument.label})"


def scale_name(ends: Ends | None, scale: Scale) -> str:
    """Say what the ends of a scale are in a file; None: as in the questionnaire."""
    low, high = (
        name_of({code: names[at] for code, names in scale.labels.items()}) for at in (0, -1)
    )
    first, last = ends or (scale.min, scale.max)
    return _("{first} er «{low}», {last} er «{high}»").format(
        first=number(first, digits=0 if float(first).is_integer() else 2),
        low=low,
        last=number(last, digits=0 if float(last).is_integer() else 2),
        high=high,
    )


def order_name(order: Sequence[str]) -> str:
    """Name an order of questions: one framework and aspect after the other."""
    known = reference().instruments
    parts = []
    for part in order:
        key, aspect = part.split("/")
        parts.append(f"{known[key].label}, {aspects(known[key])[aspect].lower()}")
    return _(", så ").join(parts)

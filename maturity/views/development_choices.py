"""The choices of the page on change: which two survey rounds, and what is drawn in full."""

from dataclasses import dataclass

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.errors import UserError
from maturity.findings.slope import most_moved
from maturity.groups import WHOLE
from maturity.language import _
from maturity.reference import reference
from maturity.views.choosers import first_choice, one_group, one_instrument, one_kommune
from maturity.views.choosing import Block, Choosing
from maturity.views.development import Step, whole_change
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import with_scores

KEYS = ("rammeverk", "fra", "til", "aspekt", "dimensjon", "k", "gruppe", "visning")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the page shows. `step` is None where the framework has one round only: `newest`.

    `kommune` is "" for a reader who may see none.
    """

    step: Step | None
    newest: Round
    dimension: str
    kommune: str
    group: str
    every_round: bool


def choose(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing, what: Block, who: Block
) -> tuple[Asked, list[str]]:
    """Return what is asked, and notes on it.

    `what` holds the choice of rounds, `who` that of the single lines. Raises UserError where
    there is no survey round to choose.
    """
    found = offered(data, viewer=viewer)
    if not found:
        raise UserError(_("Ingen kartlegging har svar som du kan se."))
    with what:
        instrument = one_instrument(chosen, found)
    rounds = dict(reversed(found[instrument].items()))
    newest = next(iter(found[instrument].values()))
    if len(rounds) < 2:
        chosen.tell()
        only = Asked(
            step=None, newest=newest, dimension="", kommune="", group=WHOLE, every_round=False
        )
        return only, []
    with what:
        earlier, later, notes = _two_rounds(chosen, rounds)
        names = aspects(reference().instruments[instrument])
        names.pop("gap")
        aspect = chosen.one(
            _("Hva vises"), "aspekt", list(names), name=names.__getitem__, default="now", radio=True
        )
    step = Step(instrument=instrument, earlier=earlier, later=later, aspect=aspect)
    if not viewer.knows(instrument):
        chosen.tell()
        groups_only = Asked(
            step=step, newest=newest, dimension="", kommune="", group=WHOLE, every_round=False
        )
        return groups_only, notes
    with who:
        dimension, kommune, group = _lines(chosen, data, viewer=viewer, step=step)
        ways = {"alle": _("Alle kartlegginger"), "to": _("Bare de to")}
        view = "to"
        if len(rounds) > 2:
            view = chosen.one(
                _("Linjer gjennom"),
                "visning",
                list(ways),
                name=ways.__getitem__,
                default="alle",
                radio=True,
            )
    chosen.tell()
    asked = Asked(
        step=step,
        newest=newest,
        dimension=dimension,
        kommune=kommune,
        group=group,
        every_round=view == "alle",
    )
    return asked, notes


def _two_rounds(chosen: Choosing, rounds: dict[str, Round]) -> tuple[str, str, list[str]]:
    """Let the reader choose two of `rounds` (oldest first); make an order of what they choose."""
    codes = list(rounds)
    followed = next((code for code in chosen.brought("kartlegging") if code in codes), codes[-1])
    later_default = followed if followed != codes[0] else codes[1]
    before = chosen.one(
        _("Fra"),
        "fra",
        codes,
        name=lambda code: rounds[code].label_with_date,
        default=codes[codes.index(later_default) - 1],
    )
    after = chosen.one(
        _("Til"),
        "til",
        codes,
        name=lambda code: rounds[code].label_with_date,
        default=later_default,
    )
    earlier, later = sorted((before, after), key=codes.index)
    notes = []
    if before == after:
        at = max(codes.index(before), 1)
        earlier, later = codes[at - 1], codes[at]
        notes.append(
            _(
                "«Fra» og «Til» er samme kartlegging. Derfor vises {earlier} → {later}; velg to "
                "ulike for noe annet."
            ).format(earlier=rounds[earlier].label, later=rounds[later].label)
        )
    elif before != earlier:
        notes.append(
            _("«Fra» er nyere enn «Til». De er byttet om, så endringen går fra eldst til nyest.")
        )
    return earlier, later, notes


def _lines(
    chosen: Choosing, data: queries.Data, *, viewer: Viewer, step: Step
) -> tuple[str, str, str]:
    instrument = reference().instruments[step.instrument]
    moved = most_moved(whole_change(data, viewer=viewer, step=step))
    dimension = chosen.one(
        _("Generasjon") if instrument.ordered else _("Evne"),
        "dimensjon",
        list(instrument.by_key),
        name=lambda key: instrument.by_key[key].label,
        default=moved or next(iter(instrument.by_key)),
    )
    answered = with_scores(data, viewer=viewer, survey_round=step.later, instrument=step.instrument)
    among = viewer.knows(step.instrument)
    default = first_choice(viewer, answered=answered, among=among)
    kommune = one_kommune(chosen, among=among, default=default)
    return dimension, kommune, one_group(chosen, viewer=viewer)

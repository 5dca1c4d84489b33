"""Whose page it is, which survey round it shows, and which group stands beside it."""

from collections.abc import Sequence

from maturity import naming, queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.groups import KOSTRA, REGION, SIZE, WHOLE
from maturity.kept import kept
from maturity.language import _
from maturity.views.choosers import first_choice, one_group, one_kommune, one_round
from maturity.views.choosing import Block, Choosing
from maturity.views.groups_offered import groups_offered
from maturity.views.kommune import OwnKommune, answered, own_kommune
from maturity.views.rounds import Round, offered
from maturity.views.score_frame import round_frame, with_scores

KEYS = ("k", "kartlegging", "gruppe")
KINDS = (KOSTRA, SIZE, REGION)  # the nearest likeness first


def choose(
    data: queries.Data, *, viewer: Viewer, chosen: Choosing, blocks: Sequence[Block]
) -> OwnKommune:
    """Return what is shown; the three choices stand in a block each.

    Raises UserError where no kommune or no survey round of capabilities can be chosen.
    """
    rounds = rounds_offered(data, viewer=viewer)
    if not rounds or not viewer.named:
        raise UserError(_("Ingen kartlegging har svar som du kan se."))
    who, when, beside = blocks
    with who:
        first = first_kommune(data, viewer=viewer)
        kommune = one_kommune(chosen, among=viewer.named, default=first)
    with when:
        newest = newest_shown(data, viewer=viewer, kommune=kommune)
        survey_round = one_round(chosen, rounds, default=newest)
    with beside:
        like = group_of(data, viewer=viewer, kommune=kommune, survey_round=survey_round)
        group = one_group(chosen, viewer=viewer, but=[WHOLE], default=like)
        if naming.current():
            group = WHOLE  # what a kommune is like, where it lies and how large it is tell its name
    chosen.tell()
    own = own_kommune(data, viewer=viewer, kommune=kommune, survey_round=survey_round, group=group)
    if own is None:
        raise UserError(_("Ingen kartlegging av evner har svar som du kan se."))
    return own


@kept
def rounds_offered(data: queries.Data, *, viewer: Viewer) -> dict[str, Round]:
    """Return every survey round once, newest first, whatever was asked in it."""
    every = [it for rounds in offered(data, viewer=viewer).values() for it in rounds.values()]
    every.sort(key=lambda it: str(it.answered_at or ""), reverse=True)
    found: dict[str, Round] = {}
    for it in every:
        found.setdefault(it.survey_round, it)
    return found


@kept
def first_kommune(data: queries.Data, *, viewer: Viewer) -> str:
    """Return the viewer's own kommune, else the first with scores, else the first of all."""
    for rounds in offered(data, viewer=viewer).values():
        newest = next(iter(rounds.values()))
        found = with_scores(
            data, viewer=viewer, survey_round=newest.survey_round, instrument=newest.instrument
        )
        if found:
            return first_choice(viewer, answered=found, among=viewer.named)
    return first_choice(viewer, answered=(), among=viewer.named)


@kept
def newest_shown(data: queries.Data, *, viewer: Viewer, kommune: str) -> str:
    """Return the newest round with scores of a kommune that may be shown, else its newest."""
    own = answered(data, viewer=viewer, kommune=kommune)
    shown = [it.survey_round for it in own if it.shown]
    return next(iter([*shown, *(it.survey_round for it in own)]), "") or next(
        iter(rounds_offered(data, viewer=viewer))
    )


@kept
def group_of(data: queries.Data, *, viewer: Viewer, kommune: str, survey_round: str) -> str:
    """Return the group beside a kommune until told: of its kind, its size or its region.

    The first of these that can be shown in the round; the whole where none can. Of a kommune that
    has no scores here, nothing is drawn: the first.
    """
    offers = groups_offered(viewer=viewer).values()
    own = [it for it in offers if kommune in it.members and it.kind in KINDS]
    shown = own_kommune(
        data, viewer=viewer, kommune=kommune, survey_round=survey_round, group=WHOLE
    )
    for it in sorted(own, key=lambda group: KINDS.index(group.kind)):
        if shown is None:
            return it.code
        if group_shown(data, viewer=viewer, asked=shown.capabilities, group=it.code):
            return it.code
    return WHOLE


def group_shown(data: queries.Data, *, viewer: Viewer, asked: Round, group: str) -> bool:
    """Tell whether a group has any score of today in a round."""
    rows = round_frame(data, viewer=viewer, asked=asked, aspect="now", groups=(group,))
    return bool(rows["mean"].notna().any())

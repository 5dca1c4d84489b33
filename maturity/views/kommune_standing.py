"""Why a kommune has nothing to show in a survey round, and what can be done about it."""

from maturity import queries
from maturity.access import Viewer
from maturity.findings.scores import withheld_reason
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.views.kommune import OwnKommune, answered
from maturity.views.kommune_choices import rounds_offered
from maturity.views.kommune_frames import state


@kept
def why_empty(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> str:
    """Say why nothing is shown of a kommune in a round, and what can be done about it."""
    limit = thresholds().min_respondents
    words = {
        "kommune": reference().kommuner[asked.kommune].name,
        "round": asked.capabilities.label_with_date,
        "reason": withheld_reason("min_respondents"),
        "limit": limit,
    }
    texts = {
        "not_opened": _(
            "{kommune} har ikke åpnet evnene sine for deg. Det kommunen har åpnet, kan du se under "
            "Sammenlign."
        ),
        "never": _("{kommune} har ingen svar som er åpnet for deg.")
        if asked.kommune not in viewer.kommuner
        else _(
            "{kommune} har ikke svart på noen kartlegging ennå. Spør DigiNordland om å bli med på "
            "neste kartlegging; når ledergruppen har svart, står svarene her."
        ),
        "skipped": _("{kommune} har ikke svart på {round}."),
        "withheld": _(
            "Svarene fra {kommune} på {round} holdes tilbake: {reason}. Regelen verner dem som "
            "har svart. Svarer minst {limit} på neste kartlegging, vises tallene her. Til da kan "
            "ledergruppen snakke seg gjennom påstandene, og se hvor Nordland står."
        )
        if asked.kommune in viewer.kommuner
        else _("Svarene fra {kommune} på {round} holdes tilbake: {reason}."),
    }
    return texts[state(data, viewer=viewer, asked=asked)].format(**words)


@kept
def not_newest(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> str:
    """Say why the newest survey round is not the one that is shown; "" where it is, or could be."""
    newest = next(iter(rounds_offered(data, viewer=viewer).values()))
    own = {it.survey_round: it for it in answered(data, viewer=viewer, kommune=asked.kommune)}
    there = own.get(newest.survey_round)
    if newest.survey_round == asked.capabilities.survey_round or (there and there.shown):
        return ""
    words = {
        "kommune": reference().kommuner[asked.kommune].name,
        "newest": newest.label,
        "shown": asked.capabilities.label_with_date,
        "reason": withheld_reason("min_respondents"),
    }
    if there:
        return _(
            "Svarene fra {kommune} på {newest} holdes tilbake ({reason}). Siden viser {shown}."
        ).format(**words)
    return _("{kommune} har ikke svart på {newest}. Siden viser {shown}.").format(**words)

"""Why a kommune has nothing to show in a survey round, and what can be done about it."""

from maturity import queries
from maturity.access import Viewer
from maturity.findings import withheld_reason
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.views.kommune import OwnKommune
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
            "{kommune} har ikke svart på noen kartlegging ennå. Når ledergruppen har svart, står "
            "svarene her."
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

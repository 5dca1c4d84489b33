"""What a kommune's page says in words: its three sentences, and a question for the next meeting."""

from maturity import queries
from maturity.access import Viewer
from maturity.findings.kommune import Sentence, three_sentences
from maturity.findings.question import question
from maturity.kept import kept
from maturity.reference import reference
from maturity.views.kommune import OwnKommune, scores_of
from maturity.views.kommune_frames import own_frame


def said(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> tuple[Sentence, ...]:
    """Return the three sentences on a kommune."""
    where = {"instrument": asked.capabilities.instrument, "aspect": "now"}
    spread, no_spread = None, "only_means"
    if asked.spread is not None:
        rows = scores_of(data, viewer=viewer, asked=asked.spread, kommune=asked.kommune)
        spread = None if rows is None else rows.reset_index()
    else:
        levels = queries.answers_by_level(
            data,
            viewer=viewer,
            survey_round=asked.capabilities.survey_round,
            kommune=asked.kommune,
            **where,
        )
        no_spread = next(iter(levels["withheld"].dropna()), no_spread)
    other = asked.spread is not None and asked.spread != asked.capabilities
    return three_sentences(
        own_frame(data, viewer=viewer, asked=asked.capabilities, kommune=asked.kommune),
        instrument=reference().instruments[asked.capabilities.instrument],
        kommune=reference().kommuner[asked.kommune].name,
        spread=spread,
        spread_of=asked.spread.label_with_date if other and asked.spread else None,
        no_spread=no_spread,
    )


@kept
def asked_next(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> str:
    """Return the question for a kommune, of its own figures."""
    instrument = reference().instruments[asked.capabilities.instrument]
    frame = own_frame(data, viewer=viewer, asked=asked.capabilities, kommune=asked.kommune)
    spread = None
    if asked.spread:
        own = scores_of(data, viewer=viewer, asked=asked.spread, kommune=asked.kommune)
        spread = None if own is None else own[["sd"]].reset_index()
    return question(frame, spread=spread, instrument=instrument)

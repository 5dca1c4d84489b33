"""All figures of a kommune's page, in their order, for taking them away together."""

from maturity import queries
from maturity.access import Viewer
from maturity.view import View
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_agreement import agreed, people
from maturity.views.kommune_charts import circle, gaps, stairs
from maturity.views.kommune_place import placed, unnamed


def figures(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> list[View]:
    """Return what the page draws, and nothing that it says is not to be shown."""
    people_of = asked.spread or asked.capabilities
    answers = people(data, viewer=viewer, asked=people_of, kommune=asked.kommune)
    draws = {
        stairs: asked.generations is not None,
        circle: True,
        gaps: True,
        agreed: bool(answers["people"].notna().any()),
        placed: not unnamed(data, viewer=viewer, asked=asked).empty,
    }
    return [draw(data, viewer=viewer, asked=asked) for draw, shows in draws.items() if shows]

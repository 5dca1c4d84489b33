"""Survey rounds as they are offered: their order and their days, also where one has none."""

import datetime
import shutil

from deltalake import DeltaTable

from maturity import queries
from maturity.access import demo_viewer
from maturity.reference import reference
from maturity.views.choosing import NOWHERE, Told
from maturity.views.kommune_choices import choose
from maturity.views.rounds import offered


def test_a_round_without_a_date_is_the_oldest_and_no_day_becomes_a_moment(answers, tmp_path):
    own = tmp_path / "answers"
    shutil.copytree(answers, own)
    DeltaTable(own).update(
        predicate="survey_round = 'strategi-forarbeid'", updates={"answered_at": "NULL"}
    )
    data = queries.newest(own)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=True)
    rounds = [it for found in offered(data, viewer=viewer).values() for it in found.values()]
    days = {it.survey_round: it.answered_at for it in rounds}
    assert days.pop("strategi-forarbeid") is None
    assert {type(day) for day in days.values()} == {datetime.date}
    asked = choose(data, viewer=viewer, chosen=Told("k=1804"), blocks=[NOWHERE] * 3)
    assert asked.capabilities.survey_round == "teknologi-forarbeid"

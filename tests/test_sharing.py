"""What is open to whom, worked out from what was done, and what a viewer gets of it."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.access import viewer_of
from maturity.claims import Person
from maturity.errors import UserError
from maturity.reference import reference
from maturity.sharing import EVERYBODY, Act, once_opened_to, opened_to, standing, today
from maturity.sharing_table import LONGEST, acts, open_profile, take_back

DAY = datetime.date(2026, 3, 28)
EVENING = datetime.datetime(2026, 3, 28, 20, tzinfo=datetime.UTC)
BODO, FAUSKE, NARVIK = "1804", "1841", "1806"
KOMMUNER = [BODO, FAUSKE, NARVIK]
FRAMEWORKS = ["evner-10+3", "modenhet-6gen"]
days, minutes = (lambda n: datetime.timedelta(days=n)), (lambda n: datetime.timedelta(minutes=n))


def act(minute: int = 0, *, to: str = FAUSKE, until: datetime.date | None = DAY, **given) -> Act:
    """Bodø opens evner-10+3 to Fauske until the day, unless told otherwise; no day: takes back."""
    return Act(
        **{
            "at": EVENING + minutes(minute),
            "by": "leder@bodo.example",
            "kommune": BODO,
            "instrument": FRAMEWORKS[0],
            "what": "opened" if until else "taken back",
            "to": frozenset([to]),
            "until": until,
            "invented": False,
            **given,
        }
    )


def seen_by(
    kommune: str | None, done: list[Act], *, on: datetime.date = DAY, invented: bool = False
) -> set[tuple[str, str]]:
    own = frozenset([kommune] if kommune else [])
    return set(opened_to(own, of=standing(done, on=on, invented=invented)))


PROFILE = {(BODO, FRAMEWORKS[0])}


def test_a_profile_is_seen_by_those_it_was_opened_to():
    assert seen_by(FAUSKE, [act()]) == PROFILE
    assert seen_by(NARVIK, [act()]) == set()
    assert seen_by(None, [act()]) == set()
    assert seen_by(None, [act(to=EVERYBODY)]) == seen_by(NARVIK, [act(to=EVERYBODY)]) == PROFILE


def test_the_last_day_is_one_of_them():
    assert seen_by(FAUSKE, [act()], on=DAY) == PROFILE
    assert seen_by(FAUSKE, [act()], on=DAY + days(1)) == set()


def test_today_is_the_day_in_norway():
    before_midnight = datetime.datetime(2026, 7, 1, 21, 59, tzinfo=datetime.UTC)
    with pytest.MonkeyPatch.context() as patch:
        for moment, day in ((before_midnight, 1), (before_midnight + minutes(1), 2)):
            clock = type(
                "Clock", (datetime.datetime,), {"now": lambda tz, at=moment: at.astimezone(tz)}
            )
            patch.setattr("maturity.sharing.datetime.datetime", clock)
            assert today() == datetime.date(2026, 7, day)


def test_what_is_taken_back_is_gone_and_can_be_opened_again():
    taken = [act(), act(1, until=None)]
    assert seen_by(FAUSKE, taken) == set()
    assert seen_by(FAUSKE, taken[::-1]) == set(), "whatever order they are read in"
    assert seen_by(FAUSKE, [*taken, act(2)]) == PROFILE


def test_taking_back_wins_where_both_were_done_at_once():
    assert seen_by(FAUSKE, [act(until=None), act()]) == set()


def test_taking_back_from_one_leaves_the_others():
    both = act(to=FAUSKE).__class__(**{**vars(act()), "to": frozenset([FAUSKE, NARVIK])})
    done = [both, act(1, until=None)]
    assert (seen_by(FAUSKE, done), seen_by(NARVIK, done)) == (set(), PROFILE)


def test_opening_again_says_anew_until_when():
    shorter = [act(until=DAY + days(30)), act(1, until=DAY)]
    assert seen_by(FAUSKE, shorter, on=DAY + days(1)) == set()


def test_what_was_opened_over_invented_answers_opens_no_real_ones():
    done = [act(invented=True)]
    assert seen_by(FAUSKE, done, invented=True) == PROFILE
    assert seen_by(FAUSKE, done, invented=False) == set()
    assert once_opened_to(frozenset([FAUSKE]), done, invented=False) == frozenset()


def test_what_was_seen_once_is_remembered():
    done = [act(), act(1, until=None)]
    own = frozenset([FAUSKE])
    viewer = viewer_of(
        Person(name="x", role="executive", own=own, signed_in_at=EVENING),
        see="own",
        kommuner=frozenset(KOMMUNER),
        instruments=FRAMEWORKS,
        shared=opened_to(own, of=standing(done, on=DAY, invented=False)),
        once=once_opened_to(own, done, invented=False),
    )
    assert viewer.named == own
    assert viewer.remembers(FRAMEWORKS[0]) == {BODO}
    assert viewer.remembers(FRAMEWORKS[1]) == frozenset()


some_act = st.builds(
    lambda minute, kommune, instrument, to, until: act(
        minute, kommune=kommune, instrument=instrument, to=to, until=until
    ),
    st.integers(0, 9),
    st.sampled_from(KOMMUNER),
    st.sampled_from(FRAMEWORKS),
    st.sampled_from([*KOMMUNER, EVERYBODY]),
    st.none() | st.integers(-2, 2).map(lambda n: DAY + days(n)),
)


@given(done=st.lists(some_act), kommune=st.sampled_from([*KOMMUNER, None]))
def test_only_what_was_opened_to_the_viewer_last_and_until_today_is_seen(done, kommune):
    own = frozenset([kommune] if kommune else [])
    found = seen_by(kommune, done)
    for code in KOMMUNER:
        for instrument in FRAMEWORKS:
            latest = {}
            for it in done:
                if (it.kommune, it.instrument) == (code, instrument):
                    (to,) = it.to
                    before = latest.get(to)
                    # Of two at one moment the one that takes back, or else the later in the list.
                    if before is None or (it.at, it.until is None) >= (
                        before.at,
                        before.until is None,
                    ):
                        latest[to] = it
            open_ = any(
                to in own | {EVERYBODY} and it.until is not None and it.until >= DAY
                for to, it in latest.items()
            )
            assert ((code, instrument) in found) == open_
    assert found <= once_opened_to(own, done, invented=False)


def leader(*own: str, role="executive") -> Person:
    return Person(name="leder@bodo.example", role=role, own=frozenset(own), signed_in_at=EVENING)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    return tmp_path / "answers.access" / "sharing"


def test_what_is_done_is_kept_and_read_again(table):
    assert acts() == ()
    given = {"kommune": BODO, "instrument": FRAMEWORKS[0], "invented": False}
    open_profile(leader(BODO), to=[FAUSKE, NARVIK], until=today(), **given)
    assert seen_by(FAUSKE, list(acts()), on=today()) == PROFILE
    take_back(leader(BODO), to=[FAUSKE], **given)
    assert seen_by(FAUSKE, list(acts()), on=today()) == set()
    assert seen_by(NARVIK, list(acts()), on=today()) == PROFILE
    assert [(it.what, it.by, it.to) for it in acts()] == [
        ("opened", "leder@bodo.example", {FAUSKE, NARVIK}),
        ("taken back", "leder@bodo.example", {FAUSKE}),
    ]
    assert table.parent.stat().st_mode & 0o077 == 0, "for few eyes"


@pytest.mark.parametrize(
    "person", [leader(FAUSKE), leader(BODO, role="staff"), leader(BODO, role="presenter")]
)
def test_nobody_else_opens_a_profile_or_takes_it_back(table, person):
    given = {"kommune": BODO, "instrument": FRAMEWORKS[0], "to": [NARVIK], "invented": False}
    with pytest.raises(UserError):
        open_profile(person, until=today(), **given)
    with pytest.raises(UserError):
        take_back(person, **given)
    assert acts() == ()


@pytest.mark.parametrize(
    "odd",
    [
        {"to": []},
        {"to": [BODO]},
        {"until": today() - days(1)},
        {"until": today() + LONGEST + days(1)},
    ],
)
def test_nonsense_is_refused(table, odd):
    usual = {"kommune": BODO, "instrument": FRAMEWORKS[0], "to": [FAUSKE], "until": today()}
    with pytest.raises(UserError):
        open_profile(leader(BODO), **{**usual, **odd}, invented=False)
    assert acts() == ()


def test_the_codes_of_this_test_are_real():
    assert set(KOMMUNER) <= set(reference().kommuner)
    assert set(FRAMEWORKS) <= set(reference().instruments)

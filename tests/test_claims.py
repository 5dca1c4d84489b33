"""Who gets which role: the claims as Entra ID, ID-porten, Ansattporten and Feide write them."""

import datetime
import hashlib
import tomllib

import pytest

from maturity.access import viewer_of
from maturity.claims import Person, Refused, person
from maturity.errors import UserError
from maturity.roles import access
from maturity.settings import ROOT

NOW = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
ROLES = [
    {"role": "staff", "domain": "diginordland.example"},
    {"role": "staff", "group": ["5d1c-staff"], "provider": "entra"},
    {"role": "presenter", "email": "innleder@diginordland.example"},
    {"role": "executive", "organisation": "972418013", "kommuner": "1804"},
    {"role": "executive", "email": ["to@kommune.example"], "kommuner": ["1804", "1841"]},
    {"role": "executive", "email": "to@kommune.example", "kommuner": ["1806"]},
]
WAY = ["authorization_details", "authorized_parties", "orgno", "ID"]


def asked(roles=ROLES, **given):
    return access({"contact": "hjelp@diginordland.example", "roles": roles, **given})


def who(settings=None, **claims):
    told = {"iat": NOW.timestamp() - 60, "provider": "entra", "sub": "s-1", **claims}
    return person(told, settings or asked(), now=NOW)


def staff(**given):
    return who(email="kari@diginordland.example", email_verified=True, **given)


def test_a_verified_address_of_the_domain_is_staff():
    found = staff()
    assert isinstance(found, Person)
    assert (found.role, found.own, found.name) == (
        "staff",
        frozenset(),
        "kari@diginordland.example",
    )


@pytest.mark.parametrize("verified", [False, None, "false", "no", "", [True, False], {}, 2])
def test_an_address_that_is_not_verified_counts_for_nothing(verified):
    given = {} if verified is None else {"email_verified": verified}
    assert who(email="kari@diginordland.example", **given) == Refused(why="unverified")


def test_a_provider_may_vouch_for_its_addresses():
    settings = asked(providers={"entra": {"vouches_for_email": True}})
    assert who(settings, email="Kari@DigiNordland.example").role == "staff"
    other = who(settings, email="kari@diginordland.example", provider="feide")
    assert other == Refused(why="unverified")


@pytest.mark.parametrize(
    "address",
    [
        "kari@diginordland.example.evil.example",
        "kari@evil-diginordland.example",
        "kari@sub.diginordland.example",
        "kari@evil.example@diginordland.example",
        "diginordland.example",
        "kari@diginordland.example\n@evil.example",
    ],
)
def test_an_address_that_only_looks_alike_is_a_strangers(address):
    assert who(email=address, email_verified=True) == Refused(why="unknown")


def test_the_narrower_of_two_roles_is_given():
    assert who(email="innleder@diginordland.example", email_verified=True).role == "presenter"
    both = staff(organisation="972418013")
    assert (both.role, both.own) == ("executive", {"1804"})


def test_the_table_may_say_otherwise():
    roles = [*ROLES, {"role": "staff", "email": "innleder@diginordland.example", "overrides": True}]
    found = who(asked(roles), email="innleder@diginordland.example", email_verified=True)
    assert found.role == "staff"


def test_rows_of_the_same_role_add_up():
    found = who(email="to@kommune.example", email_verified=True)
    assert found.own == {"1804", "1841", "1806"}


def test_every_condition_of_a_row_must_hold():
    assert who(groups=["5D1C-staff"]).role == "staff"
    assert who(groups=["5d1c-staff"], provider="feide") == Refused(why="unknown")


@pytest.mark.parametrize(
    ("way", "claims"),
    [
        (["organisation"], {"organisation": "0192:972418013"}),
        (
            WAY,
            {
                "authorization_details": [
                    {"type": "other"},
                    {
                        "authorized_parties": [
                            {"orgno": {"authority": "iso6523", "ID": "0192:972418013"}}
                        ]
                    },
                ]
            },
        ),
        ("https://claims.example/org", {"https://claims.example/org": ["1", "972 418 013"]}),
    ],
)
def test_an_organisation_is_found_where_the_provider_has_it(way, claims):
    settings = asked(providers={"port": {"organisation": way}})
    found = who(settings, provider="port", **claims)
    assert (found.role, found.own, found.name) == ("executive", {"1804"}, "port:s-1")


@pytest.mark.parametrize("claims", [{}, {"email": ""}, {"email": None}, {"groups": {"a": 1}}])
def test_who_matches_nothing_is_refused(claims):
    assert who(**claims) == Refused(why="unknown")


@pytest.mark.parametrize(
    "issued", [None, "now", True, 0, 10**30, float("inf"), float("nan"), NOW.timestamp() + 3600]
)
def test_a_sign_in_without_a_moment_in_force_has_expired(issued):
    assert staff(iat=issued) == Refused(why="expired")


def test_a_sign_in_lasts_as_long_as_set():
    began = NOW.timestamp() - 2 * 3600
    assert staff(iat=began).role == "staff"
    short = asked(session_hours=2)
    assert staff(settings=short, iat=began) == Refused(why="expired")
    assert staff(settings=short, iat=began + 1).role == "staff"


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"roles": []}, "access.roles"),
        ({"roles": [{"role": "admin", "email": "a@b.example"}]}, "access.roles.0.role"),
        ({"roles": [{"role": "staff"}]}, "access.roles.0"),
        ({"roles": [{"role": "staff", "provider": "entra"}]}, "access.roles.0"),
        ({"roles": [{"role": "executive", "email": "a@b.example"}]}, "access.roles.0"),
        (
            {"roles": [{"role": "executive", "email": "a@b.example", "kommuner": "9999"}]},
            "access.roles.0",
        ),
        ({"kommuner_see": "all"}, "access.kommuner_see"),
        ({"sesion_hours": 3}, "access.sesion_hours"),
        ({"session_hours": 0}, "access.session_hours"),
    ],
)
def test_a_wrong_setting_is_named_and_no_address_repeated(given, place):
    with pytest.raises(UserError) as refusal:
        asked(**given)
    assert f"kolonne {place}:" in refusal.value.message
    assert "a@b.example" not in refusal.value.message


KOMMUNER = frozenset({"1804", "1841", "1806"})


def viewer(role, *, see="own", own=(), shared=()):
    someone = Person(name="x", role=role, own=frozenset(own), signed_in_at=NOW)
    return viewer_of(
        someone, see=see, kommuner=KOMMUNER, instruments=["evner"], shared=frozenset(shared)
    )


def test_staff_see_all_and_others_what_is_open():
    assert viewer("staff").kommuner == KOMMUNER
    executive = viewer("executive", own=["1804"], shared=[("1841", "evner"), ("1804", "evner")])
    assert (executive.kommuner, executive.opened) == ({"1804"}, {("1841", "evner")})
    assert (executive.others, executive.unnamed) == (KOMMUNER - {"1804"}, False)
    presenter = viewer("presenter")
    assert (presenter.kommuner, presenter.named) == (frozenset(), frozenset())
    assert presenter.counted == KOMMUNER


def test_one_setting_says_what_kommuner_see_of_each_other():
    assert viewer("executive", see="anonymous", own=["1804"]).unnamed
    assert viewer("executive", see="anonymous", own=["1804"]).named == {"1804"}
    assert viewer("executive", see="named", own=["1804"]).named == KOMMUNER
    assert viewer("presenter", see="named").knows("evner") == KOMMUNER
    assert viewer("presenter", see="named").kommuner == frozenset()


def test_with_any_setting_a_presenter_sees_nothing_that_an_executive_does_not():
    for see in ("own", "anonymous", "named"):
        narrow, wide = viewer("presenter", see=see), viewer("executive", see=see, own=["1804"])
        assert narrow.kommuner <= wide.kommuner
        assert narrow.named <= wide.named
        assert narrow.unnamed == wide.unnamed


def test_the_example_can_be_read():
    section = tomllib.loads((ROOT / "secrets.toml.example").read_text("utf-8"))["access"]
    assert access(section).roles[0].role == "staff"
    assert {"entra", "ansattporten", "feide"} == set(access(section).providers)


@pytest.mark.parametrize("row", ["972418013", "0192:972418013", "972 418 013", "0192: 972418013 "])
@pytest.mark.parametrize("claim", ["972418013", "0192:972418013", "972\u00a0418\u00a0013"])
def test_an_organisation_number_is_the_same_however_either_side_writes_it(row, claim):
    settings = asked([{"role": "executive", "organisation": row, "kommuner": "1804"}])
    assert who(settings, organisation=claim).own == {"1804"}


@pytest.mark.parametrize("row", ["", " ", "0192:"])
def test_an_organisation_without_a_number_is_a_fault(row):
    with pytest.raises(UserError, match="organisation"):
        asked([{"role": "executive", "organisation": row, "kommuner": "1804"}])


def test_a_key_that_is_the_hash_of_nothing_stops_the_start():
    nothing = {"name": "x", "until": "2999-01-01", "role": "staff"}
    with pytest.raises(UserError, match="tokens"):
        asked(tokens=[{**nothing, "sha256": hashlib.sha256(b"").hexdigest()}])
    assert asked(tokens=[{**nothing, "sha256": hashlib.sha256(b"1").hexdigest()}]).tokens

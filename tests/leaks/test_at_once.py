"""Two people at once, and twenty: nobody is ever sent what is another's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.reference import reference
from tests.browser.oidc import secrets
from tests.browser.serving import free_port, serve
from tests.leaks import worlds
from tests.leaks.signed_in import Visitor, visit_together

pytestmark = pytest.mark.xdist_group("leaks at once")
EXECUTIVES = ("1804", "1812", "1834", "1841")
SESSIONS = 4  # of each executive
ROLES = "".join(
    f'\n[[access.roles]]\nrole = "executive"\nemail = "leder@{code}.example"\nkommuner = "{code}"\n'
    for code in EXECUTIVES
)
STAFF, PRESENTER = "ansatt@diginordland.example", "innleder@diginordland.example"


def canary(kommune: str) -> str:
    """What somebody wrote in a kommune, and nobody in another."""
    return f"kanari{kommune}kanari"


@pytest.fixture(scope="module")
def served(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place, port = tmp_path_factory.mktemp("at-once"), free_port()
    rows = worlds.rows_of(answers)
    own = "kanari" + rows["kommune"] + "kanari"
    worlds.write(rows.assign(text=own.where(rows["kind"] != "score")), place / "a", like=answers)
    # Nobody signs in anew, so no provider is asked.
    config = secrets("http://127.0.0.1:9", port=port) + ROLES
    (place / "secrets.toml").write_text(config, "utf-8")
    with serve(
        place / "a", log=place / "log", port=port, secrets=place / "secrets.toml"
    ) as address:
        yield address


def beside(kommune: str) -> str:
    return EXECUTIVES[(EXECUTIVES.index(kommune) + 1) % len(EXECUTIVES)]


def steps(kommune: str) -> list:
    """All pages with people's words, asked for by an address of another's too."""
    other = beside(kommune)
    return [
        ("kommune", {"k": kommune}),
        ("barrierer", {"k": other}),
        ("barrierer", {}),
        ("sammenlign", {"kommune": other, "visning": "tabell"}),
        ("kommune", {"k": other}),
    ]


def test_nobody_is_sent_what_is_anothers(served):
    executives = [
        (code, Visitor(email=f"leder@{code}.example", steps=steps(code)))
        for _session in range(SESSIONS)
        for code in EXECUTIVES
    ]
    staff = [(code, Visitor(email=STAFF, steps=steps(code))) for code in EXECUTIVES]
    presenter = Visitor(email=PRESENTER, steps=steps(EXECUTIVES[0]))
    strangers = [Visitor(email=it, steps=steps(EXECUTIVES[0])) for it in (None, "b@x.example")]
    everyone = [*(it for _code, it in [*executives, *staff]), presenter, *strangers]
    visit_together(everyone, served)
    assert sum(it.runs for it in everyone) == 5 * len(everyone)
    for code, visitor in executives:
        got = bytes(visitor.got)
        assert canary(code).encode() in got, "saw nothing at all"
        for other in reference().kommuner:
            assert other == code or canary(other).encode() not in got, (code, other)
    for code, visitor in staff:
        assert canary(beside(code)).encode() in visitor.got
    for visitor in (presenter, *strangers):
        assert b"kanari" not in visitor.got

"""The log keeps what is written, for as long as it is told to, and says so where it cannot."""

import datetime
from pathlib import Path
from threading import Thread

import pytest

from maturity import audit
from maturity.audit import Entry, Wanted, forget, people, read, write
from maturity.errors import UserError
from maturity.settings import access_path

NOW = datetime.datetime.now(tz=datetime.UTC)
days = lambda n: datetime.timedelta(days=n)  # noqa: E731


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    return tmp_path / "answers.access"


def entry(**given) -> Entry:
    usual = {"at": NOW, "who": "kari@x.example", "role": "executive", "what": "view"}
    return Entry(
        **{
            **usual,
            "own": frozenset(["1841"]),
            "page": "kommune",
            "kommuner": frozenset(["1804", "1806"]),
            "version": 7,
            "detail": "",
            **given,
        }
    )


def wanted(**given) -> Wanted:
    return Wanted(**{"since": NOW - days(1000), "until": NOW + days(1), **given})


def test_what_is_written_is_read_the_newest_first():
    earlier, later = entry(at=NOW - days(1), version=None), entry(detail="=1+1; drop table seen")
    for it in (later, earlier):
        write(it, keep_days=365)
    assert read(wanted()) == [later, earlier]
    assert read(wanted(), most=1) == [later]


@pytest.mark.parametrize(
    "one", [{"kommune": "1806"}, {"what": "download"}, {"who": "o'la%@x.example"}, {"until": NOW}]
)
def test_what_is_asked_for_is_what_fits(one):
    entries = [
        entry(what="download", kommuner=frozenset()),
        entry(who="o'la%@x.example", kommuner=frozenset(["1804"])),
        entry(at=NOW - days(2)),
    ]
    for it in entries:
        write(it, keep_days=365)
    found = read(wanted(**one))
    assert found == [it for it in entries if wanted(**one).fits(it)]
    assert 0 < len(found) < len(entries)


def test_of_one_sign_in_there_is_one():
    for _tab in range(2):
        write(entry(what="sign-in"), keep_days=365)
    write(entry(what="sign-in", at=NOW - days(1)), keep_days=365)
    assert len(read(wanted(what="sign-in"))) == 2
    assert people() == ["kari@x.example"]


def test_what_is_older_is_deleted_daily_and_is_nowhere_in_the_file(place, monkeypatch):
    write(entry(at=NOW - days(40), who="long.ago@x.example"), keep_days=365)
    write(entry(), keep_days=30)
    assert len(read(wanted())) == 2, "once a day is enough"
    monkeypatch.setattr(audit, "_tidied", {})
    forget(keep_days=30)
    assert read(wanted()) == [entry()]
    audit._open.pop(place / "log.sqlite")[1].close()  # which empties what is written ahead
    assert b"long.ago" not in b"".join(it.read_bytes() for it in place.glob("log.sqlite*"))


def test_what_cannot_be_written_is_said(place):
    place.write_text("no folder can stand here")
    with pytest.raises(UserError, match="Derfor vises ingenting"):
        write(entry(), keep_days=365)


def test_a_log_that_was_taken_away_is_begun_anew(place):
    write(entry(), keep_days=365)
    for file in place.glob("log.sqlite*"):
        file.unlink()
    write(entry(), keep_days=365)
    assert (place / "log.sqlite").exists()
    assert read(wanted()) == [entry()]


def test_it_is_for_few_eyes():
    write(entry(), keep_days=365)
    assert access_path().stat().st_mode & 0o077 == 0
    assert {it.stat().st_mode & 0o077 for it in access_path().glob("log.sqlite*")} == {0}


def test_many_write_at_once():
    threads = [
        Thread(target=write, args=[entry(who=f"{at}")], kwargs={"keep_days": 365})
        for at in range(40)
    ]
    for it in threads:
        it.start()
    for it in threads:
        it.join()
    assert len(people()) == 40

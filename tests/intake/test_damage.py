"""A damaged table says so in words, in both languages, and what was in it comes back."""

import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity import language, serving
from maturity.errors import UserError
from maturity.intake.__main__ import main
from maturity.intake.mending import mend
from maturity.intake.store import Store
from maturity.seals import broken_commits, commits, files, seal
from maturity.settings import ROOT
from tests.intake.test_store import OTHER, ROUND, stands, take

WHOLE = {(ROUND, "1804"): {1}, (ROUND, "1806"): {2}, (OTHER, "1804"): {3}, (OTHER, "1833"): {4}}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Four imports, the second of which rewrites what the first one wrote."""
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    found = Store(tmp_path / "answers")
    take(found, ["1804", "1806"], file="first", score=1, invented=True)
    take(found, ["1806"], file="second", score=2, invented=True)
    take(found, ["1804"], file="third", score=3, survey_round=OTHER, invented=True)
    take(found, ["1833"], file="fourth", score=4, survey_round=OTHER, invented=True)
    assert stands(found) == WHOLE
    return found


def newest_log(store: Store) -> Path:
    return sorted((store.path / "_delta_log").glob("*.json"))[-1]


def cut(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


def cut_in_a_line(store: Store) -> str:
    cut(newest_log(store), 0.7)
    return newest_log(store).name


def cut_between_lines(store: Store) -> str:
    """As Delta reads it, a commit that brought nothing."""
    lines = newest_log(store).read_text().splitlines(keepends=True)
    newest_log(store).write_text(lines[0])
    return newest_log(store).name


def emptied(store: Store) -> str:
    newest_log(store).write_bytes(b"")
    return newest_log(store).name


def a_file(store: Store) -> Path:
    """The file with the first import's answers of Bodø that the second wrote anew."""
    table = store.table()
    assert table is not None
    (uri,) = table.file_uris(file_pruning_predicate=f"survey_round = '{ROUND}' and score = 1.0")
    return Path(uri)


def missing(store: Store) -> str:
    path = a_file(store)
    path.unlink()
    return path.name


def flipped(store: Store) -> str:
    """One bit, where no program that reads Parquet notices it."""
    path = a_file(store)
    content = bytearray(path.read_bytes())
    content[content.index(b"1804-0") + 5] ^= 1
    path.write_bytes(content)
    return path.name


HARMS = [cut_in_a_line, cut_between_lines, emptied, missing, flipped]
Harm = Callable[[Store], str]


@pytest.mark.parametrize("harm", HARMS, ids=lambda it: it.__name__)
def test_nothing_is_read_or_written_until_it_is_mended(store: Store, harm: Harm, capsys):
    name = harm(store)
    before = {path: path.stat().st_size for path in store.path.rglob("*")}
    for attempt in (
        lambda: serving.newest(store.path),
        lambda: take(store, ["1841"], file="fifth", invented=True),
        lambda: store.undo(who="test"),
    ):
        with pytest.raises(UserError, match="Svartabellen er skadet") as refusal:
            attempt()
        assert name in refusal.value.message
        assert "maturity.intake mend" in refusal.value.message
    language.use("en")
    try:
        with pytest.raises(UserError, match="The table of answers is damaged"):
            store.undo(who="test")
    finally:
        language.use(language.SOURCE)
    assert main(["undo"]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert {path: path.stat().st_size for path in store.path.rglob("*")} == before


@pytest.mark.parametrize("harm", HARMS, ids=lambda it: it.__name__)
def test_nothing_that_was_in_is_lost(store: Store, harm: Harm, capsys):
    name = harm(store)
    assert main(["mend"]) == 0
    assert name in capsys.readouterr().out
    assert stands(store) == WHOLE
    assert [it.file for it in store.in_force()] == ["first", "second", "third", "fourth"]
    assert serving.newest(store.path) is not None
    take(store, ["1841"], file="fifth", invented=True)
    assert store.undo(who="test").file == "fifth"
    assert stands(store) == WHOLE
    assert main(["mend"]) == 0
    assert "Alt er helt" in capsys.readouterr().out


def test_without_a_copy_it_is_told_what_to_bring_back(store: Store, capsys):
    path = a_file(store)
    whole = path.read_bytes()
    (store.path.with_name("answers.seals") / path.name).unlink()
    path.unlink()
    assert main(["mend"]) == 0
    assert f"sikkerhetskopi: {path.name}" in capsys.readouterr().out
    path.write_bytes(whole)
    assert mend(store.path).nothing
    assert stands(store) == WHOLE


def test_a_commit_without_a_copy_is_set_aside(store: Store, capsys):
    shutil.rmtree(store.path.with_name("answers.seals"))
    cut(newest_log(store), 0.7)
    assert main(["mend"]) == 0
    assert "leses inn på nytt" in capsys.readouterr().out
    assert stands(store) == {place: it for place, it in WHOLE.items() if place[1] != "1833"}
    take(store, ["1833"], file="fourth", score=4, survey_round=OTHER, invented=True)
    assert stands(store) == WHOLE


def test_what_is_damaged_is_kept(store: Store):
    path = a_file(store)
    flipped(store)
    other = path.read_bytes()
    mend(store.path)
    assert (store.path.with_name("answers.seals") / "damaged" / path.name).read_bytes() == other


def test_every_bit_of_a_file_counts(store: Store):
    path, chance = a_file(store), random.Random(3)
    whole = path.read_bytes()
    for _ in range(40):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        with pytest.raises(UserError, match="skadet"):
            store.undo(who="test")
    path.write_bytes(whole)
    assert store.undo(who="test").file == "fourth"


def test_a_new_table_in_the_place_of_an_old_one_is_not_damaged(store: Store):
    shutil.rmtree(store.path)
    take(store, ["1804"], file="new", score=5)
    take(store, ["1806"], file="other", score=5)
    assert stands(store) == {(ROUND, "1804"): {5}, (ROUND, "1806"): {5}}
    missing_file = next(store.path.glob("*.parquet"))
    missing_file.unlink()
    with pytest.raises(UserError, match="skadet"):
        store.undo(who="test")


@pytest.mark.parametrize("harm", [cut_in_a_line, missing], ids=lambda it: it.__name__)
@pytest.mark.parametrize(("code", "words"), [("nb", "Svartabellen er skadet"), ("en", "damaged")])
def test_readers_are_told_on_every_page(store: Store, harm: Harm, code: str, words: str):
    harm(store)
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    test.query_params["lang"] = code
    test.run()
    assert not test.exception
    assert words in test.error[0].value
    assert not test.get("plotly_chart")


def test_many_who_seal_at_once_leave_whole_copies(store: Store):
    shutil.rmtree(store.path.with_name("answers.seals"))
    table = store.table()
    assert table is not None
    with ThreadPoolExecutor(6) as several:
        for done in [several.submit(seal, store.path, table) for _ in range(12)]:
            done.result()
    assert broken_commits(store.path) == []
    seals = store.path.with_name("answers.seals")
    assert not list(seals.glob("*.part"))
    for path in (*commits(store.path), *files(table)):
        assert (seals / path.name).read_bytes() == path.read_bytes()

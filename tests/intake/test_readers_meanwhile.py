"""Whoever reads while imports land sees one version or another, never something between."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from maturity import serving
from maturity.intake.store import Store
from maturity.intake.taking import undo
from tests.intake.test_store import ROUND, take

KOMMUNER = ["1804", "1806", "1833"]
IMPORTS = 8


def test_a_reader_never_sees_a_mixture(tmp_path: Path):
    store = Store(tmp_path / "answers")
    take(store, KOMMUNER, file="0", score=1)
    done = Event()

    def read() -> list[tuple[int, float]]:
        """The versions seen, one after the other; all kommuner of one have the same score."""
        seen: list[tuple[int, float]] = []
        while True:
            last = done.is_set()
            data = serving.newest(store.path)
            assert data is not None
            found = data.run("select kommune, mean from score where aspect = 'now' order by all")
            assert found["kommune"].tolist() == KOMMUNER
            assert found["mean"].nunique() == 1, data.version
            if not seen or seen[-1][0] != data.version:
                seen.append((data.version, float(found["mean"].iloc[0])))
            if last:
                return seen

    with ThreadPoolExecutor(2) as readers:
        reading = [readers.submit(read) for _ in range(2)]
        try:
            for number in range(1, IMPORTS + 1):
                take(store, KOMMUNER, file=str(number), score=1 + number % 5)
            first = store.in_force()[2].version
            undo(store, version=first)
        finally:
            done.set()
        every = [it.result() for it in reading]
        # The other goes on with the one before while one of them opens the last.
        assert max(seen[-1][0] for seen in every) == store.history()[-1].version
        for seen in every:
            versions = [version for version, _score in seen]
            assert versions == sorted(versions), "nobody goes back"
            by_version = {it.version: it for it in store.history()}
            for version, score in seen[:-1]:
                assert score == 1 + int(by_version[version].file) % 5
    assert store.history()[-1].survey_round == ROUND

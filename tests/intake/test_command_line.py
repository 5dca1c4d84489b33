"""The command line: what it says, what it leaves behind, and its exit status."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.intake.__main__ import main
from maturity.intake.store import Store
from tests.intake.faulty_files import FAULTS

SAMPLES = Path(__file__).parents[1] / "samples"
ROUND = ("--module", "organisasjon", "--phase", "forarbeid")
FORMS = str(SAMPLES / "modul1-forms.xlsx")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path = tmp_path / "data" / "answers"
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    return Store(path)


def test_check_writes_nothing(store: Store, capsys):
    assert main(["check", FORMS, *ROUND]) == 0
    said = capsys.readouterr().out
    assert "178 rader" in said
    assert "24 kommuner" in said
    assert not store.path.parent.exists()


def test_take_history_undo_and_take_again(store: Store, capsys):
    assert main(["take", FORMS, *ROUND]) == 0
    assert main(["take", FORMS, *ROUND]) == 1
    assert re.search(r"lest inn før, \d+\. \w+ \d{4}", capsys.readouterr().err)
    assert main(["undo"]) == 0
    assert "modul1-forms.xlsx" in capsys.readouterr().out
    assert main(["undo"]) == 1
    assert main(["take", FORMS, *ROUND]) == 0
    capsys.readouterr()
    assert main(["history"]) == 0
    _headings, *lines = capsys.readouterr().out.splitlines()
    for line, words in zip(
        lines, ["lest inn, siden angret", "angret versjon 1", "lest inn  "], strict=True
    ):
        assert words in line


def test_columns_that_mean_nothing_are_listed(store: Store, tmp_path: Path, capsys):
    text = (SAMPLES / "modul4-means.csv").read_text("utf-8-sig").splitlines()
    file = tmp_path / "means.csv"
    file.write_text(
        "\n".join(f"{line};{'Værmelding' if not n else ''}" for n, line in enumerate(text))
    )
    delimiter = ";" if ";" in text[0] else ","
    file.write_text(file.read_text().replace(";", delimiter))
    assert main(["check", str(file), "--module", "teknologi", "--phase", "forarbeid"]) == 0
    assert "Ikke brukt: kolonnen «Værmelding»" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("make", "words"), FAULTS.items(), ids=lambda it: getattr(it, "__name__", "")
)
def test_faulty_file_is_refused_with_words(
    make: Callable[[Path], Path], words: str, store: Store, tmp_path: Path, capsys
):
    folder = tmp_path / "files"
    folder.mkdir()
    assert main(["take", str(make(folder)), *ROUND]) == 1
    said = capsys.readouterr().err
    # Some faults can only be met once there are headings that we know.
    assert re.search(f"{words}|som vi kjenner", said), said
    assert "Traceback" not in said
    assert store.table() is None


def test_six_faults_with_row_column_found_expected_and_suggestion(store: Store, capsys):
    assert main(["take", str(SAMPLES / "modul1-forms-with-errors.xlsx"), *ROUND]) == 1
    first, *lines = capsys.readouterr().err.splitlines()
    assert first == "Filen har 6 feil. Ingenting er lest inn."
    assert len(lines) == 6
    for line in lines:
        assert re.match(r"  rad \d, kolonne [A-Z]+ «.+»: fant .+, ventet .+\.", line)
    assert "«Bodo»" in lines[0]
    assert lines[0].endswith("Mente du «Bodø»?")
    assert store.table() is None


def test_two_rows_of_headings_are_refused(store: Store, tmp_path: Path, capsys):
    lines = (SAMPLES / "modul3-limesurvey.csv").read_text("utf-8-sig").splitlines()
    file = tmp_path / "two.csv"
    file.write_text("\n".join([lines[0], *lines]), encoding="utf-8")
    assert main(["take", str(file), "--module", "strategi", "--phase", "forarbeid"]) == 1
    assert "overskrifter både i rad 1 og rad 2" in capsys.readouterr().err
    assert store.table() is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["take"], "oppgi FIL, --module, --phase"),
        (
            ["take", FORMS, "--module", "vær", "--phase", "forarbeid"],
            "'vær' finnes ikke; velg blant",
        ),
        (["fjern"], "'fjern' finnes ikke; velg blant"),
        (["take", FORMS, *ROUND, "--date", "i går"], "«i går» er ikke en dag"),
    ],
)
def test_wrong_command_has_its_own_status(arguments: list[str], words: str, store: Store, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert words in capsys.readouterr().err


def test_code_of_a_round_cannot_reach_other_rows(store: Store, capsys):
    assert main(["take", FORMS, *ROUND, "--round", "x' or kommune <> '"]) == 1
    assert "bindestrek" in capsys.readouterr().err
    assert store.table() is None


@pytest.mark.parametrize("command", [[], ["take"], ["check"], ["history"], ["undo"], ["demo"]])
def test_help_is_there(command: list[str], capsys):
    with pytest.raises(SystemExit) as end:
        main([*command, "--help"])
    assert end.value.code == 0
    assert len(capsys.readouterr().out) > 100


def test_demo_comes_once_and_never_to_real_answers(store: Store, tmp_path: Path, capsys):
    assert main(["demo"]) == 0
    version = store.history()[-1].version
    assert main(["demo"]) == 0
    assert store.history()[-1].version == version
    file = tmp_path / "own.xlsx"
    file.write_bytes((SAMPLES / "modul2-forms.xlsx").read_bytes() + b"\0")
    assert main(["take", str(file), "--module", "ledelse", "--phase", "etterarbeid"]) == 0
    assert main(["demo"]) == 0
    table = store.table().to_pyarrow_table(columns=["invented", "survey_round"])
    assert set(table["invented"].to_pylist()) == {False}
    assert set(table["survey_round"].to_pylist()) == {"ledelse-etterarbeid"}
    assert main(["undo"]) == 0
    assert set(store.table().to_pyarrow_table(columns=["invented"])["invented"].to_pylist()) == {
        True
    }


def test_fault_far_down_leaves_nothing_of_the_rows_above(store: Store, tmp_path: Path, capsys):
    text = (SAMPLES / "modul3-limesurvey.csv").read_text("utf-8-sig")
    cut = tmp_path / "cut.csv"
    cut.write_text(text[: text.rindex('"')] if '"' in text else text[:-200] + '"', encoding="utf-8")
    assert main(["take", str(cut), "--module", "strategi", "--phase", "forarbeid"]) == 1
    assert re.search(r"rad 1\d\d", capsys.readouterr().err)
    assert store.table() is None

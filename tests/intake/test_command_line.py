"""The command line: what it says, what it leaves behind, and its exit status."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.errors import ConflictError
from maturity.intake import taking
from maturity.intake.__main__ import main
from maturity.intake.check import Checked, Checker
from maturity.intake.progress import watched
from maturity.intake.store import Store
from maturity.settings import ROOT
from tests.intake.faulty_files import FAULTS
from tests.intake.small_exports import HEADINGS, export, person

SAMPLES = Path(__file__).parents[1] / "samples"
MODULES = {
    "modul1-forms.xlsx": "organisasjon",
    "modul2-forms.xlsx": "ledelse",
    "modul3-limesurvey.csv": "strategi",
    "modul4-means.csv": "teknologi",
}
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


@pytest.fixture(scope="module")
def asks_for_svar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reference data in which «Svar», the heading of the faulty files, is a statement."""
    folder = tmp_path_factory.mktemp("data") / "reference"
    shutil.copytree(ROOT / "data" / "reference", folder)
    file = folder / "instruments" / "modenhet-5gen.toml"
    known = 'nb = "Innbyggerne kan betjene seg selv digitalt på de vanligste tjenestene våre."'
    text = file.read_text("utf-8")
    assert known in text
    file.write_text(text.replace(known, 'nb = "Svar"'), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("make", "words"), FAULTS.items(), ids=lambda it: getattr(it, "__name__", "")
)
@pytest.mark.parametrize("command", ["take", "check"])
def test_faulty_file_is_refused_with_words(
    make: Callable[[Path], Path], words: str, command: str, store: Store, tmp_path: Path,
    asks_for_svar: Path, monkeypatch: pytest.MonkeyPatch, capsys,
):  # fmt: skip
    monkeypatch.setenv("MATURITY_REFERENCE", str(asks_for_svar))
    folder = tmp_path / "files"
    folder.mkdir()
    assert main([command, str(make(folder)), *ROUND]) == 1
    said = capsys.readouterr().err
    assert re.search(words, said), said
    assert "Traceback" not in said
    assert store.table() is None


def test_file_that_may_not_be_read(store: Store, tmp_path: Path, monkeypatch, capsys):
    path = tmp_path / "svar.csv"
    path.write_text("Kommune")

    def refused(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)  # the tests may run as root, who may read all
    assert main(["take", str(path), *ROUND]) == 1
    assert re.search(r"Får ikke lest .*svar\.csv. \(Permission denied\)", capsys.readouterr().err)


def test_file_that_changes_meanwhile(store: Store, tmp_path: Path, monkeypatch, capsys):
    """What was checked is what is taken in, or nothing is."""
    path = export(tmp_path / "a.csv", person("Bodø"), person("Rana", who="b"))
    check = Checker.check

    def then_saved_again(self: Checker) -> Checked:
        checked = check(self)
        export(path, person("Bodø"), person("Narvik", who="b"), person("Oslo", who="c"))
        return checked

    monkeypatch.setattr(Checker, "check", then_saved_again)
    assert main(["take", str(path), *ROUND]) == 1
    assert "«a.csv» ble endret mens den ble lest" in capsys.readouterr().err
    assert store.history() == []


@pytest.mark.parametrize("command", ["take", "check"])
def test_interrupt(command: str, store: Store, tmp_path: Path, monkeypatch, capsys):
    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Checker, "check", interrupted)
    assert main([command, str(export(tmp_path / "a.csv", person())), *ROUND]) == 130
    assert capsys.readouterr().err == "Avbrutt. Ingenting er endret.\n"


def test_interrupt_after_the_commit_comes_too_late(store: Store, tmp_path: Path, monkeypatch):
    def interrupted(_answers: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(taking, "prepare", interrupted)
    assert main(["take", str(export(tmp_path / "a.csv", person())), *ROUND]) == 0
    assert len(store.history()) == 1


def test_another_import_in_between(store: Store, tmp_path: Path, monkeypatch, capsys):
    def conflict(*_args: object, **_kwargs: object) -> None:
        raise ConflictError("prøv igjen")

    monkeypatch.setattr(Store, "take", conflict)
    assert main(["take", str(export(tmp_path / "a.csv", person())), *ROUND]) == 3
    assert capsys.readouterr().err == "prøv igjen\n"


def test_alike_faults_are_told_together(store: Store, tmp_path: Path, capsys):
    path = export(tmp_path / "a.csv", *(person("Bodo", who=f"{i}") for i in range(30)))
    assert main(["check", str(path), *ROUND]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Filen har 30 feil. Ingenting er lest inn.",
        "  rad 2, kolonne B «Kommune»: fant «Bodo», ventet en kommune i Nordland, med navn eller "
        "nummer. Mente du «Bodø»?",
        "    Det samme står i 29 rader til: " + ", ".join(str(i) for i in range(3, 23)) + ", …",
    ]


def test_what_is_not_used_is_listed(store: Store, tmp_path: Path, capsys):
    headings = ["Vær", *HEADINGS, ""]
    path = export(tmp_path / "a.csv", ["sol", *person(), "x"], headings=headings)
    for command in ("check", "take"):
        assert main([command, str(path), *ROUND]) == 0
        _done, recognised, *unused = capsys.readouterr().out.splitlines()
        assert recognised.startswith("Kjent igjen som Egen tabell. Påstander: Digital modenhet")
        assert unused == [
            "Ikke brukt: kolonnen «Vær»",
            "Ikke brukt: kolonne I, som ikke har overskrift",
        ]


def test_check_refuses_what_take_would(store: Store, tmp_path: Path, capsys):
    path = str(export(tmp_path / "a.csv", person()))
    other = str(export(tmp_path / "b.csv", person(scores=(1, 1))))
    elsewhere = ["--module", "ledelse", "--phase", "forarbeid", "--round", "organisasjon-forarbeid"]
    assert main(["take", path, *ROUND]) == 0
    for command in ("check", "take"):
        assert main([command, path, *ROUND]) == 1
        assert "lest inn før" in capsys.readouterr().err
        assert main([command, other, *elsewhere]) == 1
        assert "hører til organisasjon, forarbeid" in capsys.readouterr().err


def test_history_is_a_table(store: Store, tmp_path: Path, capsys):
    assert main(["history"]) == 0
    assert capsys.readouterr().out == "Ingenting er lest inn ennå.\n"
    for name in ("a.csv", "en-lengre.csv"):
        assert main(["take", str(export(tmp_path / name, person(who=name))), *ROUND]) == 0
    capsys.readouterr()
    assert main(["history"]) == 0
    lines = capsys.readouterr().out.splitlines()
    starts = {line.index(word) for line, word in zip(lines, ("Fil", "a.csv", "en-l"), strict=True)}
    assert len(starts) == 1
    assert re.match(r" +1  \d{1,2}\.\d\d\.\d{4} \d\d:\d\d  lest inn  organisasjon-forarb", lines[1])


@pytest.mark.parametrize("file", sorted(MODULES))
def test_samples(file: str, store: Store, capsys):
    about = ["--module", MODULES[file], "--phase", "forarbeid", "--date", "2024-05-14"]
    assert main(["take", str(SAMPLES / file), *about]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Lest inn som versjon 1: ")
    assert "Ikke brukt" not in said


def test_progress_is_shown_on_a_terminal_only(monkeypatch, capsys):
    monkeypatch.setattr("maturity.intake.progress.A_MOMENT", 0)
    rows = [(number, ("x",)) for number in range(3)]
    assert list(watched(rows, "Skriver", 3)) == rows
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert list(watched(rows, "Skriver", 3)) == rows
    assert re.search(r"Skriver: .*0/3", capsys.readouterr().err)


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

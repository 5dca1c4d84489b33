"""Layouts are data: each one of the house is whole, and a new one takes a file and no code."""

import shutil
from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake.columns import recognise
from maturity.intake.headings import plain
from maturity.intake.layouts import layouts, read_layout
from maturity.intake.readers import read
from maturity.reference import reference
from maturity.settings import ROOT
from tests.intake.small_exports import export

FOLDER = ROOT / "data" / "reference" / "layouts"
LAYOUT = """
key = "survey-tool"
name = "Survey Tool"
kind = "people"
recognised_by = ["Innsendt av", "Stedet"]

[columns]
kommune = ["Stedet"]
respondent = ["Innsendt av"]
"""


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_layout_of_the_house(path: Path):
    layout = read_layout(path)
    assert layout.key == path.stem
    written = [h for it in layout.columns.model_dump(exclude_none=True).values() for h in it]
    assert all(plain(heading) for heading in [*written, *layout.recognised_by, *layout.ignored])
    assert not {plain(it) for it in layout.ignored} & {plain(it) for it in written}


def test_narrower_layout_comes_first():
    """A Forms export has «Kommune» too."""
    found = layouts()
    assert len({layout.key for layout in found}) == len(list(FOLDER.glob("*.toml")))
    counts = [len(layout.recognised_by) for layout in found]
    assert counts == sorted(counts, reverse=True)
    assert found[-1].key == "wide-table"


def test_another_kind_of_export_takes_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "reference"
    shutil.copytree(FOLDER.parent, folder)
    (folder / "layouts" / "survey-tool.toml").write_text(LAYOUT, "utf-8")
    monkeypatch.setenv("MATURITY_REFERENCE", str(folder))
    path = export(tmp_path / "a.csv", headings=["Innsendt av", "Stedet", "gen1-1"])
    columns = recognise(read(path), list(reference().instruments.values()))
    assert columns.layout.name == "Survey Tool"
    assert columns.fields == {"kommune": 1, "respondent": 0}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('kommune = ["Stedet"]', "", "kommune"),
        ('kind = "people"', 'kind = "persons"', "kind"),
        ("respondent", "respondant", "respondant"),
        ('recognised_by = ["Innsendt av", "Stedet"]', "recognised_by = []", "recognised_by"),
        ("[columns]", "[columns", "survey-tool.toml"),
    ],
)
def test_broken_layout_is_refused_with_its_place(tmp_path: Path, old: str, new: str, words: str):
    path = tmp_path / "survey-tool.toml"
    path.write_text(LAYOUT.replace(old, new), "utf-8")
    with pytest.raises(UserError, match=r"survey-tool\.toml") as fault:
        read_layout(path)
    assert words in "\n".join([fault.value.message, *map(str, fault.value.problems)])

"""Whatever is dropped on /innlesing is answered in words, and none of it means anything."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from maturity.intake.brought import LONGEST, brought, safe_name
from maturity.settings import ROOT
from maturity.ui.letters import escaped
from tests.fuzz.hostile import TEXTS, many
from tests.intake import faulty_files
from tests.intake.faulty_files import FAULTS

QUICK, DEEP = many(50, 3000)
INERT = "![x](http://x.invalid/a.png) <b onclick=alert(1)> :red[a] $a$ `b` [c](http://x.invalid)"
SPOKEN = ("header", "error", "warning", "markdown")  # in which signs mean something
MEANING = re.compile(r"(?<!\\)[`*_\[\]<>$#!~]")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "data" / "answers"))
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    test.session_state["arrived"] = True
    test.run()
    return test.switch_page("pages/admin/intake.py").run()


def dropped(page: AppTest, name: str, content: bytes) -> AppTest:
    page.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert not page.exception, name
    return page


def test_every_faulty_file_gets_a_sentence_and_can_be_removed(page: AppTest, tmp_path: Path):
    folder = tmp_path / "faulty"
    folder.mkdir()
    for make in FAULTS:
        if make in (faulty_files.missing, faulty_files.is_folder):
            continue  # a browser brings none
        path = make(folder)
        dropped(page, path.name, path.read_bytes())
        assert page.error, make.__name__
        (away,) = [it for it in page.button if it.key.endswith("-away")]
        away.click().run()
        assert not page.exception
    assert not (tmp_path / "data").exists() or list((tmp_path / "data").iterdir()) == []


def test_what_stands_in_a_file_is_letters(page: AppTest):
    rows = [f'2024-03-01;"{INERT}";p{n}@x.example;3;"{INERT}";=1+1' for n in range(3)]
    content = "\n".join(["Tidspunkt;Kommune;E-post;gen1-1;gen1-2;gen2-1", *rows]).encode()
    dropped(page, f"{INERT}.csv", content)
    page.selectbox(key="intake-0-module").set_value("ledelse").run()
    page.selectbox(key="intake-0-phase").set_value("forarbeid").run()
    assert not page.exception
    spoken = [
        it.value for kind in ("header", "error", "warning", "markdown") for it in page.get(kind)
    ]
    spoken += [it.label for kind in ("button", "selectbox") for it in page.get(kind)]
    told = [it for it in spoken if "invalid" in it]
    assert told, "it is said all the same"
    for text in told:
        assert not MEANING.search(text), text


@QUICK
@given(name=TEXTS)
def test_a_name_is_a_name_in_its_own_folder(name: str):
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST
    assert not re.search(r'[/\\:*?"<>|\x00-\x1f]', safe)
    assert safe not in (".", "..")
    file = brought(name, b"1", number=0)
    place = Path(file.folder.name)
    assert file.path.parent == place
    assert file.path.read_bytes() == b"1"
    file.remove()
    assert not place.exists()


@QUICK
@given(text=TEXTS | st.sampled_from([INERT, "a\\", "\\[x]", "1. a", "- a", "www.x.invalid"]))
def test_no_sign_means_anything(text: str):
    shown = escaped(text)
    assert not MEANING.search(re.sub(r"\\\\", "", shown))
    assert re.sub(r"\\([^\w\s])", r"\1", shown) == re.sub(r"\\([^\w\s])", r"\1", escaped(text))

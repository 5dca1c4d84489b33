"""Barrierer: whatever somebody has written is shown as it was written, and is never markup."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT
from tests.made_answers import people, row, take
from tests.pages.explore.barriers_page import comments
from tests.pages.reading import everything, figures


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """The page over three kommuner of five people, with one comment."""
    given = {"kind": "barrier", "instrument": None, "dimension": None, "item": None, "aspect": None}

    def come(text: str, *, themes: list[str] | None = None, **address: str) -> AppTest:
        answers = tmp_path / "answers"
        rows = []
        for code in ("1804", "1833", "1841"):
            rows += people("ledelse-forarbeid", code, [1, 2, 3, 4, 5])
            who = {"respondent": f"{code}-0", "score": None}
            rows.append(row("ledelse-forarbeid", code, text=text, themes=themes, **who, **given))
        take(answers, rows)
        monkeypatch.setenv("MATURITY_ANSWERS", str(answers))
        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
        for key, value in address.items():
            page.query_params[key] = value
        page.switch_page("pages/explore/barriers.py").run()
        assert not page.exception
        return page

    return come


@pytest.mark.parametrize(
    "nasty",
    [
        "<img src=x onerror=alert(1)>",
        "![](http://x.invalid/y) **fet** [lenke](javascript:alert(1))",
        "# Overskrift",
        "</li></ul><script>alert(1)</script>",
        "å" * 3000,
    ],
    ids=["image", "markdown", "heading", "script", "long"],
)
def test_a_comment_is_never_markup(written: Callable[..., AppTest], nasty: str):
    page = written(nasty)
    assert escape(nasty) in comments(page)
    assert comments(page).count("<li>") == 3
    assert "<img" not in comments(page)
    assert "<script" not in comments(page)
    assert not any(nasty in text.value for text in page.markdown)


def test_a_theme_typed_by_somebody_is_counted_as_another_and_drawn_nowhere(
    written: Callable[..., AppTest],
):
    own = "<a href='http://x.invalid'>Rådmannen selv</a>"
    page = written("Noe", themes=["Kompetanse", own])
    drawn = json.dumps(figures(page), ensure_ascii=False)
    assert "Annet" in drawn
    assert "Rådmannen" not in drawn
    assert "<a href='http" not in everything(page)


def test_themes_are_named_in_the_language_of_the_reader(written: Callable[..., AppTest]):
    page = written("Noe", themes=["Kompetanse"], lang="en")
    assert figures(page)[0]["layout"]["yaxis"]["ticktext"] == ["Competence"]
    assert "Competence" in comments(page)


def test_data_without_opportunities_offers_none(written: Callable[..., AppTest]):
    page = written("Noe", type="opportunity")
    assert page.radio(key="type").options == ["Barrierer"]
    assert any("valget «opportunity»" in text.value for text in page.text)
    assert comments(page).count("<li>") == 3

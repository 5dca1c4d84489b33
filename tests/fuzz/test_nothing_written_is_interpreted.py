"""What people wrote is shown as they wrote it: no tag, no link and no Markdown comes of it."""

import base64
import contextlib
import json
import os
import zlib
from html.parser import HTMLParser
from pathlib import Path
from unittest import mock

import pytest
from pydantic import ValidationError

from maturity.instruments import Kommune
from maturity.reference import reference
from tests.fuzz.hostile import PIECES
from tests.leaks import worlds
from tests.leaks.readers import READERS
from tests.leaks.unpacked import Leaf
from tests.leaks.walk import PAGES, answered

MARK = "kanari"
# Where the platform takes what it is given for plain text; elsewhere it looks for Markdown.
PLAIN = (".text.body", ".html.body", ".alt", ".options[]", ".value", ".raw_values[]")
# What no page of ours has of its own, but for the form that sends a saved presentation to us.
OWN = {
    "class": "deck",
    "method": "post",
    "enctype": "multipart/form-data",
    "action": "scene/fil",
}
ALIVE = {"script", "iframe", "img", "object", "embed", "form", "link", "meta", "base", MARK}


class Tags(HTMLParser):
    """All tags with their attributes, as a browser finds them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def hostile(answers: Path, tmp_path_factory) -> Path:
    """The demo, with every comment and theme written by somebody who means harm."""
    rows = worlds.rows_of(answers)
    wrote = rows["kind"] != "score"
    words = [f"<{MARK} onload=x>{MARK} {PIECES[it % len(PIECES)]}" for it in range(len(rows))]
    theme = [[f"<{MARK}>{MARK} **b** {PIECES[it % 4]}"] for it in range(len(rows))]
    rows["text"] = [
        new if it else old for it, new, old in zip(wrote, words, rows["text"], strict=True)
    ]
    rows["themes"] = [
        new if it else old for it, new, old in zip(wrote, theme, rows["themes"], strict=True)
    ]
    path = tmp_path_factory.mktemp("hostile") / "answers"
    worlds.write(rows, path, like=answers)
    return path


def interpreted(leaves: list[Leaf]) -> list[Leaf]:
    """What of this a browser would take for more than text."""
    found = []
    for where, leaf in leaves:
        if not isinstance(leaf, str):
            continue
        if where.endswith(".html.body"):
            found += [(where, str(it)) for it in Tags(leaf).found if alive(*it)]
        elif ".plotly_chart." in where:
            found += [(where, leaf)] if f"<{MARK}" in leaf else []
        elif MARK in leaf and not where.endswith(PLAIN):
            found.append((where, leaf))
    return found


def alive(tag: str, attributes: dict[str, str | None]) -> bool:
    if tag == "form" and attributes == OWN:
        return False
    ways = (attributes.get("href") or "").strip().lower()
    return tag in ALIVE or any(it.startswith("on") for it in attributes) or "script:" in ways


@pytest.mark.parametrize("page", PAGES)
def test_what_people_wrote_stays_text(hostile, page):
    with mock.patch.dict(os.environ, MATURITY_ANSWERS=str(hostile)):
        leaves = answered(READERS["staff"], page, {})
    assert interpreted(leaves) == []
    if page == "barrierer":
        assert any(MARK in str(leaf) for _where, leaf in leaves), "nothing hostile was shown"


@pytest.mark.parametrize(
    "leaf",
    [
        (".html.body", f"<p><{MARK}>"),
        (".html.body", "<p onclick=x>"),
        (".html.body", "<form class=deck method=post action='https://x.example/'>"),
        (".html.body", "<a href='JavaScript:x'>"),
        (".markdown.body", f"om {MARK}"),
        (".plotly_chart.spec:.data[].text", f"a <{MARK}>"),
    ],
)
def test_what_is_interpreted_is_seen(leaf):
    assert interpreted([leaf])


@pytest.mark.parametrize("piece", [it for it in PIECES if not it.strip().isalnum()])
def test_no_kommune_is_called_what_a_page_would_interpret(piece):
    known = reference().kommuner["1804"].model_dump()
    with pytest.raises(ValidationError):
        Kommune(**{**known, "name": f"Bodø{piece}|"})
    for name in (piece, f"Bodø {piece}"):
        with contextlib.suppress(ValidationError):
            assert not set("<>[]*_`$=@+|\\&\n\r\t\0") & set(Kommune(**{**known, "name": name}).name)


LINK = "[Logg inn](https://evil.example)"
PACKED = base64.urlsafe_b64encode(zlib.compress(json.dumps({LINK: 1}).encode())).decode()


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("sjekk", {"f": ["12-bkfz-sttp-dhrv"], "figur": [f"evner?{LINK}=1"]}),
        ("presentasjon", {"d": [PACKED.rstrip("=")]}),
    ],
)
def test_what_an_address_says_stays_text(answers, page, address):
    leaves = answered(READERS["staff"], page, address)
    said = [leaf for where, leaf in leaves if ".alert" in where and "Logg inn" in str(leaf)]
    assert said
    assert not any("](" in it for it in said)

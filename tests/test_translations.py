"""Every text of the interface is in every catalogue, with the same places to fill in."""

import ast
import re
from io import BytesIO

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from maturity import language
from tests.test_house import CODE, name, part

TRANSLATED = [code for code in language.LANGUAGES if code != language.SOURCE]
NORWEGIAN = re.compile("[æøåÆØÅ]")

SPEAKING = {"_", "ngettext"}


def texts() -> dict[str | tuple[str, ...], str]:
    """Every text in the code, with the file that it stands in."""
    keywords = {"_": None, "ngettext": (1, 2)}
    return {
        text if isinstance(text, str) else tuple(text): name(path)
        for path in CODE
        for _line, text, _comments, _context in extract(
            "python", BytesIO(path.read_bytes()), keywords, options={"encoding": "utf-8"}
        )
    }


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_has_its_translation(code: str):
    path = language.CATALOGUES / code / "LC_MESSAGES" / "maturity.po"
    catalogue = {message.id: message for message in read_po(BytesIO(path.read_bytes()))}
    missing, different = [], []
    for text, file in texts().items():
        message = catalogue.get(text)
        said = (
            [] if message is None else [message.string] if isinstance(text, str) else message.string
        )
        if not said or not all(said):
            missing.append(f"{file}: {text}")
            continue
        ids = [text] if isinstance(text, str) else list(text)
        for one, other in zip(ids, said, strict=True):
            if sorted(set(re.findall(r"{.*?}", one))) != sorted(set(re.findall(r"{.*?}", other))):
                different.append(f"{file}: {one} / {other}")
    assert missing == []
    assert different == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_text_goes_past_the_catalogues(path):
    """What is written with æ, ø or å is for a reader."""
    if part(path) == "language" or "intake" in path.parts:  # words that are recognised, not said
        return
    tree = ast.parse(path.read_text("utf-8"))
    spoken = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SPEAKING
        for inner in ast.walk(node)
    }
    spoken |= {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if ast.get_docstring(node)
    }
    unspoken = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and NORWEGIAN.search(node.value)
        and id(node) not in spoken
        and node.value.strip("æøåÆØÅ")  # letters alone are no word
    ]
    assert unspoken == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_text_hides_in_an_f_string(path):
    """There the extraction does not find it before Python 3.12."""
    tree = ast.parse(path.read_text("utf-8"))
    hidden = [
        ast.unparse(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and getattr(inner.func, "id", "") in SPEAKING
    ]
    assert hidden == []

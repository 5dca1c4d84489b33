"""No SQL is built of anything that somebody wrote: what is run is a text of the house's own."""

import ast
from pathlib import Path

import pytest

from maturity.settings import ROOT

RUNS = {"execute", "executemany", "executescript", "sql", "query", "run"}
# By file: what is put into it, and why it may.
MAY_BUILD = {
    "maturity/scores.py": "the path of our own file, quoted; `attach` takes no parameter",
}
CODE = sorted(path for it in ("maturity", "pages") for path in (ROOT / it).rglob("*.py"))


def built(source: str) -> list[int]:
    """The lines that run a statement put together out of parts, or got by `format`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        runs = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if runs and node.func.attr in RUNS and node.args:
            first = node.args[0]
            parts = isinstance(first, ast.JoinedStr) and any(
                isinstance(it, ast.FormattedValue) for it in first.values
            )
            formats = isinstance(first, ast.Call) and getattr(first.func, "attr", "") == "format"
            if parts or formats or isinstance(first, ast.BinOp):
                found.append(node.lineno)
    return found


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_statement_is_put_together(path: Path):
    if str(path.relative_to(ROOT)) not in MAY_BUILD:
        assert built(path.read_text("utf-8")) == []


@pytest.mark.parametrize("name", MAY_BUILD)
def test_an_exception_is_one(name: str):
    assert built((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize(
    "source", ['c.execute(f"select {x}")', 'c.execute("a" + x)', 'c.sql("{}".format(x))']
)
def test_what_is_built_is_seen(source: str):
    assert built(source)

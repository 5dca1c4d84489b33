"""Nothing is kept across viewers: whatever keeps a result knows nothing of answers, or the viewer.

`kept` demands a viewer. Everything else that keeps is named here, with the reason why it may.
"""

import ast
from dataclasses import fields, replace
from pathlib import Path

import pytest

from maturity.access import Viewer
from maturity.kept import kept
from maturity.settings import ROOT

KEEPS = {"cache", "lru_cache", "cached", "cache_data", "cache_resource", "memoize"}
# What answers, or what somebody may see of them, come in by.
OF_ANSWERS = {"data", "viewer", "frame", "rows", "table", "connection", "person"}
# By file and function: why it may keep what it keeps.
MAY_KEEP = {
    "maturity/kept.py:once": "is kept itself: its function takes the viewer",
    "maturity/queries/sums.py:_told": "takes the viewer; which sums may be told, and no score",
    "maturity/queries/sums_released.py:_not_subtracted": "over whom sums are, and no score",
    "maturity/queries/asking.py:_sql": "the text of a file in queries/",
    "maturity/settings.py:thresholds": "settings, the same for everybody",
    "maturity/reference.py:*": "reference data, the same for everybody",
    "maturity/language.py:_catalogue": "a catalogue of texts",
    "maturity/language.py:*": "numbers and dates as a language writes them, by their value",
    "maturity/web/platform_files.py:*": "the platform's own files",
    "maturity/web/index_page.py:*": "the page before anybody is known",
    "maturity/intake/layouts.py:*": "layouts of survey exports, reference data",
    "maturity/intake/headings.py:_kept": "how statements are written, reference data",
    "maturity/charts/theme.py:wrap": "breaks the text that it is given",
    "maturity/charts/tile_map.py:*": "where the kommuner lie, reference data",
    "maturity/charts/colours.py:*": "colours",
    "maturity/views/making.py:drawn": "in one view, which is kept by its viewer, by light or dark",
    "maturity/exports/pack.py:*": "our own fonts, styles and scripts, as a page has them in it",
    "maturity/names_found.py:*": "the names of kommuner, and what finds them",
    "maturity/stage/files.py:*": "our own styles and scripts, the same for everybody",
    "maturity/ui/running.py:_running": "open presentations by an unguessable sign, for its owner",
    "maturity/ui/looking.py:*": "which names a message has, by the message's own hash",
    "maturity/serving.py:_opened": "the newest data of a folder, whole: queries take the viewer",
    "maturity/serving.py:_damaged": "what is said of a damaged table, and when it was found",
    "maturity/serving.py:_older": "data of earlier versions, whole: queries take the viewer",
    "maturity/serving_difference.py:difference": "counts of two versions, whole: as those",
    "maturity/sharing_table.py:_read": "what was opened to whom: rights are worked out from it",
    "maturity/audit.py:_open": "open files",
    "maturity/audit.py:_tidied": "the day a file was tidied",
}
CODE = sorted(
    path
    for place in ("dashboard.py", "server.py", "pages", "maturity")
    for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
)


def keepers(source: str) -> list[tuple[str, set[str]]]:
    """The functions that keep results, with their arguments; also `name = cache(function)`."""
    found: list[tuple[str, set[str]]] = []
    tree = ast.parse(source)
    decorators: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in node.decorator_list:
                decorators |= {id(it) for it in ast.walk(decorator)}
                if names(decorator) & KEEPS:
                    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                    found.append((node.name, {it.arg for it in given}))
    for node in ast.walk(tree):
        named = isinstance(node, ast.Name | ast.Attribute) and id(node) not in decorators
        if named and (node.id if isinstance(node, ast.Name) else node.attr) in KEEPS:
            found.append((f"line {node.lineno}", set()))
    return found


def stores(source: str) -> list[str]:
    """The names of a module that begin empty: what is put there stays for everybody."""
    made = {"dict", "list", "set", "defaultdict", "OrderedDict", "WeakKeyDictionary"}
    found = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            value = node.value
            empty = isinstance(value, ast.Dict) and not value.keys
            empty |= isinstance(value, ast.List | ast.Set) and not value.elts
            empty |= isinstance(value, ast.Call) and bool(names(value.func) & made)
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [it.id for it in targets if empty and isinstance(it, ast.Name)]
    return found


def names(node: ast.AST) -> set[str]:
    plain = {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}
    return plain | {it.attr for it in ast.walk(node) if isinstance(it, ast.Attribute)}


def reason(place: str, name: str) -> str | None:
    return MAY_KEEP.get(f"{place}:{name}") or MAY_KEEP.get(f"{place}:*")


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_whatever_keeps_takes_a_viewer_or_is_named_here(path: Path):
    place = str(path.relative_to(ROOT))
    for name, given in keepers(path.read_text("utf-8")):
        assert reason(place, name), f"{place}: {name} keeps results; use maturity.kept.kept"
        if given & OF_ANSWERS:
            assert "viewer" in given, f"{place}: {name} keeps answers for whoever asks"
    for name in stores(path.read_text("utf-8")):
        assert reason(place, name), f"{place}: {name} keeps what is put into it, for everybody"


def test_every_exception_is_there():
    found = {
        (str(path.relative_to(ROOT)), name)
        for path in CODE
        for name in (
            *(keeper for keeper, _given in keepers(path.read_text("utf-8"))),
            *stores(path.read_text("utf-8")),
        )
    }
    for entry in MAY_KEEP:
        place, _colon, name = entry.partition(":")
        assert any(place == at and name in ("*", it) for at, it in found), entry


@pytest.mark.parametrize(
    "source",
    [
        "@lru_cache\ndef f(data): ...",
        "@functools.cache\ndef f(data): ...",
        "@st.cache_data(ttl=60)\ndef f(data): ...",
        "@st.cache_resource\ndef f(data): ...",
        "f = functools.lru_cache(maxsize=1)(g)",
    ],
)
def test_every_way_of_keeping_is_seen(source: str):
    assert keepers(source)


@pytest.mark.parametrize("source", ["x = {}", "x: dict[str, int] = {}", "x = defaultdict(list)"])
def test_every_store_is_seen(source: str):
    assert stores(source) == ["x"]


def test_kept_functions_count_the_whole_viewer():
    """Two who may see different things are never the same key, whatever differs."""
    one = Viewer(role="executive", kommuner=frozenset(["1804"]))
    other: dict[str, object] = {"role": "staff", "invented_only": False, "unnamed": True}
    for field in fields(Viewer):
        value = other.get(field.name, frozenset([("1841", "evner-10+3")]))
        assert field.compare, f"{field.name} does not count"
        changed = replace(one, **{field.name: value})
        calls = []

        @kept
        def result(*, viewer, calls=calls):
            return viewer

        assert result(viewer=one, calls=()) is one
        assert result(viewer=changed, calls=()) is changed, field.name

"""The rules of the house: who may import whom, and what every page, query and text must have."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from maturity import queries
from maturity.settings import ROOT, Thresholds

# Each may import those to its right; what stands in one place may import one another.
LAYERS = [
    {"dashboard", "pages", "server"},
    {"ui", "web"},
    {"views"},
    {
        "charts",
        "exports",
        "stage",
        "findings",
        "texts",
        "matching",
        "kept",
        "uncertainty",
        "events",
        "view",
        "fingerprint",
        "bond",
    },
    {"queries"},
    {"serving", "intake"},
    {"scores"},
    {
        "access",
        "claims",
        "roles",
        "sign_outs",
        "tokens",
        "sharing",
        "audit",
        "newest_commit",
        "seals",
        "preparing",
        "disclosure",
        "subtraction",
        "intervals",
        "picks",
        "groups",
        "reference",
        "instruments",
        "settings",
        "errors",
        "aspects",
        "naming",
        "names_found",
        "deck",
        "language",
    },
    {"alphabet"},
]
PLATFORM = {"dashboard", "pages", "ui", "server"}  # who may know Streamlit
CODE = sorted(
    path
    for place in ("dashboard.py", "server.py", "pages", "maturity")
    for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
)
PAGES = sorted((ROOT / "pages").rglob("*.py"))
QUERIES = sorted(path for path in (ROOT / "queries").glob("*.sql") if path.name[0] != "_")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def part(path: Path) -> str:
    """The part of the house that a file belongs to: "ui" for maturity/ui/frame.py."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "maturity" and len(parts) > 1 else parts[0]


def layer(part: str) -> int:
    found = [
        place
        for place, parts in enumerate(LAYERS)
        if part in parts or part.split("_")[0] in {it.split("_")[0] for it in parts}
    ]
    assert found, f"maturity/{part} has no place in the house: add it to LAYERS"
    return found[0]


def imports(path: Path) -> set[str]:
    """The modules that a file imports, in full."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{name(path)} imports relatively"
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", CODE, ids=name)
def test_imports_go_down_only(path: Path):
    own = layer(part(path)) if path.name != "__init__.py" else 0
    for module in imports(path):
        head, *rest = module.split(".")
        if head == "maturity" and rest:
            assert own <= layer(rest[0]), f"{name(path)} imports {module}, which stands above it"
        assert head != "tests"
        assert head != "pages"
        if head == "streamlit":
            assert part(path) in PLATFORM, f"{name(path)} knows Streamlit"


def test_no_page_lies_where_it_could_run_without_the_frame():
    assert list((ROOT / "pages").glob("*.py")) == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_page_is_in_the_menu_and_only_presents(path: Path):
    assert f'"{name(path)}"' in (ROOT / "dashboard.py").read_text("utf-8")
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    fragments = [
        node for node in functions if "fragment" in ast.dump(ast.Tuple(node.decorator_list))
    ]
    assert functions == fragments
    assert len(path.read_text("utf-8").splitlines()) <= 90


def test_a_readers_error_is_caught_where_the_server_starts_and_around_the_pages():
    caught = [
        name(path)
        for path in CODE
        if part(path) in PLATFORM and "except UserError" in path.read_text("utf-8")
    ]
    # The second is the door of all addresses that run no page.
    assert caught == ["dashboard.py", "maturity/ui/door.py", "server.py"]


def test_files_are_taken_away_by_the_one_way_that_is_logged():
    found = [name(path) for path in CODE if "st.download_button" in path.read_text("utf-8")]
    assert found == ["maturity/ui/download.py"]


@pytest.mark.parametrize("path", QUERIES, ids=name)
def test_query_has_its_function_with_the_same_parameters(path: Path):
    sql = path.read_text("utf-8")
    assert sql.startswith("-- One row per ")
    assert not re.search(r"select\s+\*", sql), "name the columns"
    asked = set(re.findall(r"\$(\w+)", sql))
    function = getattr(queries, path.stem)
    given = set(function.__annotations__) - {"data", "return"}
    assert "viewer" in given
    # The viewer becomes these, and the thresholds are settings.
    rights = {"kommuner", "opened", "counted", "invented_only", "exact", "offered"}
    assert asked - rights - {f.name for f in fields(Thresholds)} == given - {"viewer"}
    seen = {"kommuner", "invented_only"} <= asked or {"counted", "invented_only"} <= asked
    assert seen, "reaches answers past the viewer"


def test_no_page_asks_who_counts_unseen():
    found = [name(path) for path in CODE if "queries.counted" in path.read_text("utf-8")]
    assert found == []


def test_only_the_schema_names_parquet():
    found = [name(path) for path in QUERIES if "parquet" in path.read_text("utf-8").lower()]
    assert found == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_file_holds_one_idea_and_is_named_for_it(path: Path):
    assert len(path.read_text("utf-8").splitlines()) <= 250
    assert path.stem not in {"utils", "util", "helpers", "helper", "manager", "base", "common"}


def test_no_two_files_of_tests_have_the_same_name():
    """Else one of them is not run: they are known by their names alone."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_requirement_is_pinned_and_explained(file: str):
    for line in (ROOT / file).read_text("utf-8").splitlines():
        assert line.startswith("-r ") or re.fullmatch(r"[\w-]+==[\d.]+(; .+)? +# .+", line), line

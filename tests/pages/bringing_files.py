"""How files are brought to /innlesing, its questions answered and its words read."""

import json
import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT

SAMPLES = ROOT / "tests" / "samples" / "formats"


def opened() -> AppTest:
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    test.session_state["arrived"] = True
    test.run()
    return test.switch_page("pages/admin/intake.py").run()


def bring(test: AppTest, name: str, content: bytes | None = None) -> AppTest:
    content = (SAMPLES / name).read_bytes() if content is None else content
    test.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert not test.exception
    return test


def said(test: AppTest) -> str:
    kinds = ("text", "title", "header", "subheader", "error", "warning", "success")
    texts = [it.value for kind in kinds for it in test.get(kind)]
    return "\n".join([*map(plain, texts), *(it.proto.body for it in test.get("html"))])


def plain(text: str) -> str:
    """What a reader sees of a text whose signs were kept from meaning anything."""
    return re.sub(r"\\([^\w\s])", r"\1", text)


def keys(test: AppTest) -> set[str]:
    return {it.key for kind in ("button", "selectbox", "checkbox") for it in test.get(kind)}


def left(path: Path) -> list[str]:
    return sorted(it.name for it in path.parent.iterdir()) if path.parent.exists() else []


def asked(test: AppTest) -> dict[str, str]:
    return {plain(it.label): it.key for it in test.selectbox}


def edit(test: AppTest, key: str, rows: dict[int, dict[str, object]], *, press: str) -> AppTest:
    """Write in the cells of a table and press a button, as the browser would say it."""
    (editor,) = [it for it in test.data_editor if key in it.proto.id]
    test.button(key=press).click()
    states = test._tree.get_widget_states()
    state = states.widgets.add()
    state.id = editor.proto.id
    state.string_value = json.dumps({"edited_rows": rows, "added_rows": [], "deleted_rows": []})
    return test._run(states)


SEVEN = 0  # the first of the scales that fit
HEADINGS = ["Tidspunkt", "Kommune", "E-post", "gen1-1", "gen1-2", "gen2-1"]


def table(*rows: list[object], headings: list[str] = HEADINGS) -> bytes:
    return "\n".join(";".join(map(str, row)) for row in [headings, *rows]).encode()


def row(kommune: str, who: int, *scores: object) -> list[object]:
    return ["2024-03-01 10:00", kommune, f"p{who}@x.example", *(scores or (3, 4, 5))]


def take(test: AppTest) -> AppTest:
    (button,) = [it for it in test.button if str(it.key).startswith("intake-0-take-")]
    return button.click().run()


def go_on(test: AppTest) -> AppTest:
    return belongs(test, "ledelse")


def belongs(test: AppTest, module: str) -> AppTest:
    test.selectbox(key="intake-0-module").set_value(module).run()
    return test.selectbox(key="intake-0-phase").set_value("forarbeid").run()

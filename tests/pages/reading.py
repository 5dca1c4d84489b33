"""A page as somebody meets it who was sent an address, and what is read off it."""

import json
import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT

Open = Callable[..., AppTest]


def opened(page: str, **address: str | list[str]) -> AppTest:
    """Open a page by its file below pages/, or "" for the front door, with what the address says.

    Nothing may have broken, nor been refused.
    """
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    if page:
        test.run()
        test.switch_page(f"pages/{page}")
    for key, value in address.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception
    assert not test.error
    return test


def figures(page: AppTest) -> list[dict]:
    """Every figure as it is sent, in the page's order."""
    return [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]


def named(figure: dict) -> dict[str, dict]:
    """A figure's traces by their names."""
    return {trace["name"]: trace for trace in figure["data"] if "name" in trace}


def bodies(page: AppTest) -> list[str]:
    """The HTML of every piece of HTML."""
    return [node.proto.body for node in page.get("html")]


def everything(page: AppTest) -> str:
    """All that is sent to the browser, as text."""
    return "\n".join(str(node.proto) for node in page._tree if getattr(node, "proto", None))


def html(page: AppTest) -> str:
    """All pieces of HTML."""
    return "\n".join(bodies(page))


def table(page: AppTest, title: str) -> list[list[str]]:
    """The rows of the table whose title begins so."""
    (body,) = [body for body in bodies(page) if f"<caption><b>{title}" in body]
    return [
        re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", row)
        for row in re.findall(r"<tr>(.*?)</tr>", body)
    ][1:]


def sentences(page: AppTest) -> str:
    """All that is written as plain text."""
    return "\n".join(text.value for text in page.text)

import re
from pathlib import Path

import pytest
import streamlit as st

from maturity.web.drawing_script import CHUNK
from maturity.web.drawing_turns import in_turn


@pytest.fixture(scope="module")
def script() -> str:
    """The platform's own."""
    (chunk,) = (Path(st.__file__).parent / "static" / "static" / "js").glob(CHUNK)
    return chunk.read_text("utf-8")


def test_the_platforms_script_draws_in_turn(script):
    changed = in_turn(script)
    (call,) = re.findall(r"inTurn\(\(\)=>\{.{0,120}?\.react\(", changed)
    assert "throw Error(`Missing element reference`)" in call
    assert changed.count("let chartsTurn=") == 1
    assert len(changed) < len(script) + 500


@pytest.mark.parametrize("times", [0, 2])
def test_script_of_another_make_is_refused(times):
    drawn = (
        "if(!x.current){if(!_.current)throw Error(`Missing`);"
        "return e.react(_.current,{data:t,layout:n})}"
    )
    with pytest.raises(ValueError, match="another way"):
        in_turn(drawn * times)

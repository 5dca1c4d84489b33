"""Figures' words break at their width: what the platform's script is changed to."""

import re
from pathlib import Path

import pytest
import streamlit as st

from maturity.web.drawing_script import CHUNK
from maturity.web.drawing_turns import in_turn
from maturity.web.drawing_width import to_width


@pytest.fixture(scope="module")
def script() -> str:
    """The platform's own."""
    (chunk,) = (Path(st.__file__).parent / "static" / "static" / "js").glob(CHUNK)
    return chunk.read_text("utf-8")


def test_the_platforms_script_hands_every_layout_over_fitted(script):
    for changed in (to_width(script), to_width(in_turn(script)), in_turn(to_width(script))):
        (call,) = re.findall(
            r"\.react\(([\w$.]+),\{data:([\w$]+),layout:toWidth\(([^()]*)\)", changed
        )
        into, data, handed = call
        assert handed.startswith(f"{into},{data},")
        assert changed.count("function toWidth(") == 1
        (figure, height) = re.findall(
            r"=(\w+)\.layout\.meta\?\.words\?(\w+)\.layout\.height:", changed
        )[0]
        assert figure == height, "what is fitted is as tall as it is"


@pytest.mark.parametrize("times", [0, 2])
def test_script_of_another_make_is_refused(times):
    with pytest.raises(ValueError, match="another way"):
        to_width(
            "e.react(_.current,{data:t,layout:n,config:r});U=g>=We?g:Ge(N.layout.height);" * times
        )

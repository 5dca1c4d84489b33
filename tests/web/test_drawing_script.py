import re
from pathlib import Path

import pytest
import streamlit as st

from maturity.charts.figure import KINDS
from maturity.web.drawing_script import CHUNK, drawing_only

BUNDLE = (
    'import"./index.js";var W=(()=>{var _=e=>e;var '
    'core=_({"src/core.js"(e,t){t.exports="core"}}),'
    'bars=_({"src/traces/bar.js"(e,t){core(),t.exports="bars"}}),'
    'bar=_({"lib/bar.js"(e,t){t.exports=bars()}}),'
    'shared,solid=_({"src/solid.js"(e,t){t.exports="solid"}}),'
    'stars=_({"src/stars.js"(e,t){t.exports=solid()}}),both,'
    'mesh3d=_({"lib/mesh3d.js"(e,t){t.exports=stars()}}),'
    'pie=_({"lib/pie.js"(e,t){t.exports=core()}});'
    'return _({"lib/index.js"(e,t){var n=core();n.register([bar(),mesh3d(),pie()]),t.exports=n}})'
    "})();export{W as default};"
)


@pytest.fixture(scope="module")
def script() -> str:
    """The platform's own."""
    (chunk,) = (Path(st.__file__).parent / "static" / "static" / "js").glob(CHUNK)
    return chunk.read_text("utf-8")


def test_platforms_script_loses_three_fifths_and_keeps_what_draws_our_charts(script):
    cut = drawing_only(script, kinds=KINDS)
    assert len(cut) < 0.41 * len(script)
    left_out = set(re.findall(r'"left out: ([^"]+)"', cut))
    for path in ("build/maplibre_worker.js", "stackgl_modules/index.js"):
        assert path in left_out
    for path in ("src/plots/polar/polar.js", "src/snapshot/toimage.js", "src/plot_api/plot_api.js"):
        assert path in cut
        assert path not in left_out
    registered = re.findall(r"\.register\(\[([^\[\]]*)\]\)", cut)[-1]
    assert registered.count("()") == len(set(KINDS) - {"scatter"})
    assert cut.startswith(script[:4000])
    assert cut.endswith(script[-10_000:])


def test_what_is_not_asked_for_is_left_out_and_says_so():
    cut = drawing_only(BUNDLE, kinds=["bar", "scatter"])
    assert "n.register([bar()])" in cut
    assert 'stars=_({"src/stars.js"' in cut, "what follows it may be another's too"
    for kept in ("core", "bars", "bar", "shared"):
        assert re.search(rf"{kept}(=_|,)", cut)
    assert 'solid=()=>{throw Error("left out: src/solid.js")},' in cut
    assert 'mesh3d=()=>{throw Error("left out: lib/mesh3d.js")},' in cut


def test_with_every_kind_nothing_is_left_out():
    assert drawing_only(BUNDLE, kinds=["bar", "mesh3d", "pie"]) == BUNDLE


@pytest.mark.parametrize(
    ("script", "kinds", "fault"),
    [
        (BUNDLE, ["bar", "violin"], "has no lib/violin.js"),
        (BUNDLE.replace(".register([", ".use(["), ["bar"], "another way"),
        (BUNDLE.replace("return _(", "void _("), ["bar"], "another way"),
        (BUNDLE.replace("pie=", "bar="), ["bar"], "another way"),
        ("export default 1", ["bar"], "another way"),
    ],
)
def test_script_of_another_make_is_refused(script, kinds, fault):
    with pytest.raises(ValueError, match=fault):
        drawing_only(script, kinds=kinds)

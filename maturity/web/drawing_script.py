"""The platform's script that draws charts, without what the pages' charts have no use for.

It holds plotly.js whole: half a hundred kinds of chart, with maps and solids. All of it is
compiled, and each kind run, before the first chart stands: most of what a first visit waits for.
"""

import re
from collections.abc import Collection

CHUNK = "PlotlyChart.*.js"  # its name among the platform's scripts

# plotly.js is bundled as functions that run a module when it is first asked for, each beside the
# module's path: `name=_({"lib/bar.js"(e,t){…}}),`. The last has no name: it registers the kinds.
MODULE = re.compile(r"""(?:(?<![\w$])([\w$]+)=|return )[\w$]+\(\{["`]([^"`]*/[^"`]*)["`]\(""")
CALL = re.compile(r"(?<![\w$.])([\w$]+)\(\)")
REGISTER = re.compile(r"\.register\(\[((?:[\w$]+\(\),?)+)\]\)")
END = "}}),"
LEFT_OUT = '{name}=()=>{{throw Error("left out: {path}")}},'
CORE = "scatter"  # the kind that plotly.js registers by itself


def drawing_only(script: str, *, kinds: Collection[str]) -> str:
    """Return the script with these of Plotly's trace types alone.

    Raises ValueError where it is not built as we know it.
    """
    found = list(MODULE.finditer(script))
    register = list(REGISTER.finditer(script))
    paths = {it[1]: it[2] for it in found}
    if not (found and register and len(paths) == len(found) and found[-1][1] is None):
        raise ValueError("the script that draws charts is built in another way")
    # What lies between two beginnings belongs to the first of them.
    starts = [it.start() for it in found]
    bodies = {
        it[1]: script[it.start() : end] for it, end in zip(found[:-1], starts[1:], strict=True)
    }
    first, last = script[: starts[0]], register[-1]
    drawn = _of(kinds, {paths.get(name, ""): name for name in CALL.findall(last[1])})
    rest = script[starts[-1] : last.start(1)] + drawn + script[last.end(1) :]
    wanted = _asked_for(first + rest, bodies)
    parts = [first]
    for name, body in bodies.items():
        # A body that ends otherwise holds more than its module: variables that others share.
        spare = name not in wanted and body.endswith(END)
        parts.append(LEFT_OUT.format(name=name, path=paths[name]) if spare else body)
    return "".join([*parts, rest])


def _of(kinds: Collection[str], names: dict[str, str]) -> str:
    """Return the calls that register these kinds, given the names of the modules by their path."""
    wanted = [f"lib/{kind}.js" for kind in sorted(kinds) if kind != CORE]
    missing = [path for path in wanted if path not in names]
    if missing:
        raise ValueError(f"the script that draws charts has no {', '.join(missing)}")
    return ",".join(f"{names[path]}()" for path in wanted)


def _asked_for(outside: str, bodies: dict[str, str]) -> set[str]:
    """Return the modules that are run, or could be, from what stands outside of them."""
    wanted: set[str] = set()
    new = {name for name in CALL.findall(outside) if name in bodies}
    while new:
        wanted |= new
        called = CALL.findall("".join(bodies[name] for name in new))
        new = {name for name in called if name in bodies} - wanted
    return wanted

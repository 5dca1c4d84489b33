"""Charts that are drawn one after the other, the first one shown before the second is begun.

A page's charts reach the browser together, and the platform's script draws all of them before the
browser may show any: on a page of nine, the first stands there when the last is ready.
"""

import re

# The platform's own component: it draws into an element, unless that is gone in the meantime.
DRAWS = re.compile(
    r"if\(!(?P<gone>[\w$]+\.current)\)\{"
    r"(?P<check>if\(![\w$]+\.current\)throw Error\([^()]*\);)"
    r"return (?P<draw>[\w$]+\.react\([\w$]+\.current,\{[^{}]*\}\))\}"
)

# A frame is waited for and then a moment, in which it is shown; a tab that is not looked at has no
# frames, so no longer than a tenth of a second.
TURNS = """
let chartsTurn=Promise.resolve();
function inTurn(draw){
const mine=chartsTurn.then(draw);
const shown=()=>new Promise(done=>{
setTimeout(done,100);requestAnimationFrame(()=>setTimeout(done))});
chartsTurn=mine.then(shown,shown);
return mine}
"""


def in_turn(script: str) -> str:
    """Return the platform's script that draws charts, drawing one at a time.

    Raises ValueError where it is not built as we know it.
    """
    drawn, times = DRAWS.subn(
        lambda it: f"return inTurn(()=>{{if(!{it['gone']}){{{it['check']}return {it['draw']}}}}})",
        script,
    )
    if times != 1:
        raise ValueError("the script that draws charts is built in another way")
    return drawn + TURNS

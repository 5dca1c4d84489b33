"""Are two of what was sent the same, but for the noise of sums?"""

import math
import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from tests.leaks.unpacked import Leaf

# Numbers in a text, by the sign before their decimals; the order of a sum shows in the last of nine
# decimals and more, and may make 0.2 of 0.1999999999999999.
NUMBERS = [re.compile(rf"(\d+(?:{sign}\d+)?(?:e-?\d+)?)") for sign in (r"\.", ",")]
LONG = re.compile(r"\d+[.,]\d{9,}(?:e-?\d+)?")
NOISE = 1e-9
SHOWN = 5


def differences(one: Sequence[Leaf], other: Sequence[Leaf]) -> list[str]:
    """Return the first few places where they differ; nothing where they are the same."""
    found: list[str] = []
    for mine, yours in zip_longest(one, other, fillvalue=("nothing", None)):
        if mine[0] != yours[0] or not same(mine[1], yours[1]):
            found.append(f"{mine[0]}: {_short(mine[1])} | {yours[0]}: {_short(yours[1])}")
            if len(found) == SHOWN:
                break
    return found


def same(one: Any, other: Any) -> bool:
    """Tell whether two leaves are the same, numbers to nine digits."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        both_nan = math.isnan(one) and math.isnan(other)
        return both_nan or math.isclose(one, other, rel_tol=NOISE, abs_tol=NOISE)
    if not (isinstance(one, str) and isinstance(other, str)) or one == other:
        return bool(one == other)
    return any(_same_text(number.split(one), number.split(other)) for number in NUMBERS)


def _same_text(one: list[str], other: list[str]) -> bool:
    """Tell whether two texts, of which every second piece is a number, are the same."""
    return len(one) == len(other) and all(
        mine == yours
        or (
            at % 2 == 1
            and bool(LONG.fullmatch(mine) or LONG.fullmatch(yours))
            and same(_number(mine), _number(yours))
        )
        for at, (mine, yours) in enumerate(zip(one, other, strict=True))
    )


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _short(leaf: Any) -> str:
    text = repr(leaf)
    return text if len(text) < 300 else f"{text[:300]} …"

"""Which sign stands between the cells of a text file."""

import re
from collections import Counter

DELIMITERS = "\t;|,"  # in order of preference: the rarer in text first
LINE = re.compile(r"[\r\n]+")
QUOTED = re.compile(r'(?:^|(?<=[\t;|,]))"(?:[^"]|"")*"(?=[\t;|,\r\n]|\Z)', re.MULTILINE)
CHOSEN = re.compile(r"sep=(.)\r?\n")


def delimiter(head: str, *, whole: bool) -> tuple[str, int]:
    """Choose the delimiter from the first of the text (`whole` if that is all there is).

    Returns it and how many lines come before the first row: one where the file names its delimiter
    in the way of Excel, which does not show that line.
    """
    if chosen := CHOSEN.match(head):
        return chosen[1], 1
    lines = [line for line in LINE.split(QUOTED.sub("", head)) if line.strip()]
    if not whole:
        lines = lines[:-1] or lines  # cut off in the middle

    def evenness(sign: str) -> tuple[bool, int]:
        counts = [line.count(sign) for line in lines]
        usual, times = (Counter(filter(None, counts)).most_common(1) or [(0, 0)])[0]
        # Decimal commas are as even as delimiters, but the headings have none.
        return bool(usual) and counts[0] == usual, times

    best = max(DELIMITERS, key=evenness)
    # A single column has no delimiter: then a comma in its text must not pass for one.
    return (best if evenness(best)[1] * 2 > len(lines) else ";"), 0

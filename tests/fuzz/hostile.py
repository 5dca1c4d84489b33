"""Texts that somebody could write where a name or a comment is asked for."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

PIECES = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>',
    "<a href='javascript:alert(1)'>her</a>", "<!--", "</style>", "&lt;b&gt;", "{{7*7}}", "${1}",
    "![](http://x.invalid/)", "[her](javascript:alert(1))", "**fet**", "`kode`", ":red[rød]", "$x$",
    "=cmd|' /C calc'!A0", "=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "|",
    '=HYPERLINK("http://x.invalid/","her")', "http://x.invalid/", "mailto:a@x.invalid", ";", ",",
    "' or 1=1 --", "'; drop table score; --", "$kommuner", "../../etc/passwd", "C:\\con", "nul",
    "\x00", "\x1b[31m", "\u202egnp.exe", "\ufeff", "\u2028", "𝕏" * 50, "æøå", "Bodø", "%00", "%2e",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), min_size=1, max_size=4).map(
    "".join
)


def many(quick: int, deep: int):
    """Return hypothesis' settings for a quick test and for a deep one, of so many cases."""
    every = {
        "deadline": None,
        "derandomize": True,
        "phases": [Phase.generate],  # to make a failing case smaller takes minutes
        "suppress_health_check": list(HealthCheck),
    }
    return settings(max_examples=quick, **every), settings(max_examples=deep, **every)

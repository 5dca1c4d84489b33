"""Whether a difference between two scores says more than chance.

The rule is Welch's: the difference is set against what two groups of people of these sizes, who
answer as differently as these did, would differ by in 19 of 20 cases without any reason. Below
the threshold for spread nothing is said either way, and nobody counts as agreeing entirely: a
few answers that happen to be alike are no proof.
"""

from dataclasses import dataclass
from math import isnan, sqrt
from typing import Literal

from scipy.special import stdtrit

from maturity.language import _, number
from maturity.settings import thresholds

SURE = 0.95
AGREED = 1 / 3  # the least standard deviation counted with: one box of three ticked otherwise
Verdict = Literal["beyond_chance", "within_chance", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What one score rests on: mean, standard deviation (NaN: not known), people."""

    mean: float
    sd: float
    n: int


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Other minus one; `margin` is what chance can give, in points of the scale, or None."""

    value: float
    margin: float | None
    verdict: Verdict

    @property
    def words(self) -> str:
        """The verdict, as it stands beside a number."""
        if self.margin is None:
            return _("for få svar til å si om forskjellen er mer enn tilfeldig")
        words = {
            "beyond_chance": _("forskjellen er større enn det tilfeldigheter kan gi (±{margin})"),
            "within_chance": _("forskjellen er mindre enn det tilfeldigheter kan gi (±{margin})"),
        }
        return words[self.verdict].format(margin=number(self.margin))


def difference(one: Answers, other: Answers | float) -> Difference:
    """Judge the way from one score to another, or to a fixed value (a group's mean).

    A group's mean is taken as it is: it describes those kommuner and is no sample of others.
    """
    value = (other if isinstance(other, float | int) else other.mean) - one.mean
    parts = [one] if isinstance(other, float | int) else [one, other]
    least = thresholds().min_respondents_detail
    if any(part.n < least or isnan(part.sd) for part in parts):
        return Difference(value=value, margin=None, verdict="unknown")
    shares = [max(part.sd, AGREED) ** 2 / part.n for part in parts]
    error = sum(shares)
    freedom = error**2 / sum(s**2 / (p.n - 1) for s, p in zip(shares, parts, strict=True))
    margin = float(stdtrit(freedom, (1 + SURE) / 2)) * sqrt(error)
    return Difference(
        value=value,
        margin=margin,
        verdict="beyond_chance" if abs(value) > margin else "within_chance",
    )

"""One measured number, the goal it has, and whether it met it."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Result:
    """One line of the table; `goal` is the bound that `value` has to keep, where there is one."""

    topic: str
    what: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = False  # the goal is a floor; otherwise it is a ceiling
    behind: str = ""  # the numbers that a ratio was made of

    @property
    def met(self) -> bool | None:
        """Whether the goal was met; None where there is none."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    @property
    def shown(self) -> str:
        """The value as it is printed."""
        return amount(self.value, self.unit)

    @property
    def wanted(self) -> str:
        """The goal as it is printed."""
        if self.goal is None:
            return ""
        return ("≥ " if self.at_least else "≤ ") + amount(self.goal, self.unit)

    @property
    def verdict(self) -> str:
        """Met, missed, or nothing where there is no goal."""
        return {True: "met", False: "**missed**", None: ""}[self.met]


def amount(value: float, unit: str) -> str:
    """Write a number with its unit, as exact as it was measured."""
    digits = {"ms": 0, "": 0, "MB": 2 if value < 10 else 0, "s": 1}.get(unit, 2)
    return f"{value:,.{digits}f} {unit}".replace(",", "\N{NO-BREAK SPACE}").strip()


def spread(times: Sequence[float], *, unit: str = "ms") -> str:
    """Describe measured times: the middle, the fastest and slowest, and how many there were."""
    low, middle, high = (amount(f(times), unit) for f in (min, statistics.median, max))
    return f"{middle} ({low} to {high}, {len(times)} times)"


def p95(times: Sequence[float]) -> float:
    """Return the time that 95 of 100 stay within."""
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]

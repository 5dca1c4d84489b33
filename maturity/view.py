"""A view: one chart with all that must stand beside it, wherever it is shown or taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.exports.about import About
from maturity.instruments import Instrument


@dataclass(frozen=True, kw_only=True)
class Table:
    """A view's figures as readers see them in cells: the twin of the drawing.

    Each of `rows` is its cells, the first of which heads it, lines parted by newlines; a row that
    is one string heads the group of rows that follow.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...] | str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class View:
    """One chart, made for one viewer of one data version; shared between readers, never changed.

    All texts are plain and in the reader's language. `frame` is what the chart of that `kind`
    draws, with what is withheld missing in it; `options` are the chart's further arguments. Screen,
    slide, report and file are made of these and of nothing else, so that none says another number.
    """

    address: str  # what makes it again: "evner?k=1804&gruppe=nordland"
    kind: str  # which chart: "radar", "staircase", "dumbbell", "heat_map", …
    finding: str  # the sentence that states what is seen; also the alternative text
    frame: pd.DataFrame
    instrument: Instrument | None  # None where no scale is shown
    table: Table
    about: About  # title, source and the notice of invented data
    panel: tuple[tuple[str, tuple[str, ...]], ...]  # the quiet panel: question, answers
    version: int  # of the data
    draw: Callable[..., go.Figure] = field(repr=False)  # figure = draw(dark=…)
    options: Mapping[str, Any] = field(default_factory=dict)
    kommuner: tuple[str, ...] = ()  # those named in it, by code
    again: bool = True  # whether the address makes it again: else that would tell a hidden name

    @property
    def title(self) -> str:
        """What the chart shows, in one line."""
        return self.about.title

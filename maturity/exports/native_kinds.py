"""The chart of each kind of view as categories and series, for slides and print."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from maturity.charts.colours import Style, palette, styles
from maturity.charts.scores import series_of
from maturity.charts.tile_map import STEPS
from maturity.charts.ways import ways
from maturity.exports.native import (
    Form,
    Line,
    Native,
    aspect_of,
    axis_of,
    dimensions_of,
    exact,
    format_of,
    instrument_of,
    values_of,
)
from maturity.exports.native_slope import slope_lines
from maturity.language import _, name_of
from maturity.view import View


def native(view: View) -> Native | None:
    """Return what the chart of a view is made of, or None for what a table says better."""
    make = KINDS.get(view.kind)
    if make is None:
        return None
    drawn = make(view)
    lines = tuple(replace(line, values=tuple(map(exact, line.values))) for line in drawn.lines)
    return replace(drawn, lines=lines)


def _scores(view: View, form: Form) -> Native:
    instrument, aspect = instrument_of(view), aspect_of(view)
    # A group that nobody stands beside has the colours of a kommune, as on its page.
    alone = {"series_kind": "kommune"} if view.options.get("alone") else {}
    drawn = series_of(view.frame.assign(**alone), instrument=instrument)
    looks = styles([series.kind for series in drawn], dark=False)
    return Native(
        form=form,
        categories=dimensions_of(instrument),
        lines=tuple(
            Line(
                name=series.label,
                values=tuple(series.means),
                style=look,
                open=form == "radar" and series.kind == "group",
            )
            for series, look in zip(drawn, looks, strict=True)
        ),
        axis=axis_of(instrument, aspect),
        numbers=format_of(aspect) if len(drawn) == 1 and form != "radar" else "",
    )


def _radar(view: View) -> Native:
    return _scores(view, "radar")


def _profile(view: View) -> Native:
    return _scores(view, "bars")


def _ways(view: View, form: Form) -> Native:
    """Return today and the target of each dimension, side by side."""
    instrument = instrument_of(view)
    found = ways(view.frame, instrument=instrument)
    looks = styles(["kommune", "kommune"], dark=False)
    values = {
        "now": tuple(way.now for way in found),
        "target": tuple(way.target for way in found),
    }
    return Native(
        form=form,
        categories=tuple(way.label for way in found),
        lines=tuple(
            Line(
                name=name_of(instrument.aspects["target" if aspect == "target" else "now"]),
                values=values[aspect],
                style=look,
                open=aspect == "target",
            )
            for aspect, look in zip(values, looks, strict=True)
        ),
        axis=axis_of(instrument, "now"),
        numbers=format_of("now"),
    )


def _dumbbell(view: View) -> Native:
    return _ways(view, "bars")


def _staircase(view: View) -> Native:
    return _ways(view, "columns")


def _change(view: View) -> Native:
    """Return the two survey rounds' scores of each dimension, the earlier pale."""
    instrument = instrument_of(view)
    rows = view.frame.set_index("dimension").reindex(list(instrument.by_key))
    both = rows["earlier"].notna() & rows["later"].notna()
    look = styles(["group"], dark=False)[0]
    return Native(
        form="bars",
        categories=dimensions_of(instrument),
        lines=tuple(
            Line(
                name=str(view.options[end]),
                values=values_of(rows[end].where(both)),
                style=look,
                open=end == "earlier",
            )
            for end in ("earlier", "later")
        ),
        axis=axis_of(instrument, "now"),
        numbers=format_of("now"),
    )


def _agreement(view: View) -> Native:
    """Return the people at each level of the scale, one bar per dimension."""
    instrument, steps = instrument_of(view), STEPS[False]
    scale = instrument.scale
    counts = view.frame.dropna(subset=["people"]).set_index(["dimension", "level"])["people"]
    lines = []
    for level in range(scale.min, scale.max + 1):
        share = (level - scale.min) / max(1, scale.max - scale.min)
        fill = steps[round(share * (len(steps) - 1))]
        people = [counts.get((key, level)) for key in instrument.by_key]
        lines.append(
            Line(
                name=_("Nivå {level}").format(level=level),
                values=tuple(float(count) if count else None for count in people),
                style=Style(colour=fill, dash="solid", marker="square", width=1),
            )
        )
    most = view.frame["n"].max()
    return Native(
        form="stacked",
        categories=dimensions_of(instrument),
        lines=tuple(lines),
        axis=(0, 1 if pd.isna(most) else float(most), 1),
        numbers="0",
    )


def _spread(view: View) -> Native:
    """Return the five numbers of each dimension as layers: each colour ends at its number."""
    instrument, steps = instrument_of(view), STEPS[False]
    rows = view.frame.set_index("dimension").reindex(list(instrument.by_key))
    known = rows["median"].notna()
    layers = {
        "highest": (_("Høyeste kommune"), steps[1]),
        "q3": (_("Tredje kvartil"), steps[3]),
        "median": (_("Midterste kommune"), steps[4]),
        "q1": (_("Første kvartil"), steps[2]),
        "lowest": (_("Laveste kommune"), palette(dark=False).background),
    }
    return Native(
        form="layers",
        categories=dimensions_of(instrument),
        lines=tuple(
            Line(
                name=name,
                values=values_of(rows[key].where(known)),
                style=Style(colour=fill, dash="solid", marker="circle", width=1),
            )
            for key, (name, fill) in layers.items()
        ),
        axis=axis_of(instrument, aspect_of(view)),
        key=_("Fargen begynner ved laveste kommune; hver farge slutter ved det tallet den er for."),
    )


def _slope(view: View) -> Native:
    instrument = instrument_of(view)
    rounds: dict[str, str] = dict(view.options["rounds"])
    looks = {kind: styles([kind], dark=False)[0] for kind in ("kommune", "group")}
    thin = Style(colour=palette(dark=False).muted, dash="solid", marker="circle", width=0.75)
    lines = slope_lines(view.frame, rounds=list(rounds), others=_("Andre kommuner"))
    return Native(
        form="lines",
        categories=tuple(rounds.values()),
        lines=tuple(
            Line(
                name=line.name,
                values=line.values,
                style=looks.get(line.kind, thin),
                open=line.kind == "group",
                listed=line.first,
                size=4 if line.kind == "other" else 10,
            )
            for line in lines
        ),
        axis=axis_of(instrument, "now"),
    )


def _themes(view: View) -> Native:
    look = styles(["kommune"], dark=False)[0]
    name = _("Kommuner som deler temaet")
    return Native(
        form="bars",
        categories=tuple(map(str, view.frame["theme"])),
        lines=(
            Line(
                name=name,
                values=values_of(view.frame["shared"]),
                style=look,
            ),
        ),
        axis=(0, float(max(1, view.options["k"])), 2 if view.options["k"] > 10 else 1),
        numbers="0",
    )


KINDS: dict[str, Callable[[View], Native]] = {
    "agreement": _agreement,
    "change": _change,
    "dumbbell": _dumbbell,
    "profile": _profile,
    "radar": _radar,
    "slope": _slope,
    "spread": _spread,
    "staircase": _staircase,
    "themes": _themes,
}

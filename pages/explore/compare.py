"""How do kommuner compare? One radar, its table, and everything in the address."""

from typing import Any

import pandas as pd
import streamlit as st

from maturity import findings, queries
from maturity.charts import radar, theme
from maturity.language import _, date, name_of
from maturity.reference import reference
from maturity.ui import choices, frame

st.title(_("Sammenlign kommuner"))
data, viewer = frame.opened()
known = reference()
rounds = queries.rounds(data, viewer=viewer)
modules = {module.key: module.label for module in known.programme.modules}

left, right = st.columns([1, 2], gap="large")
with left:
    instruments = sorted(rounds["instrument"].unique())
    code = choices.one(
        _("Rammeverk"),
        "rammeverk",
        instruments,
        name=lambda key: known.instruments[key].label,
        default=instruments[0],
    )
    instrument = known.instruments[code]
    records = rounds[rounds["instrument"] == code].to_dict("records")
    asked: dict[str, Any] = {str(it["survey_round"]): it for it in records}
    survey_round = choices.one(
        _("Kartlegging"),
        "kartlegging",
        list(asked),
        name=lambda key: modules[asked[key]["module"]],
        default=list(asked)[-1],
    )
    aspects: dict[str, str] = {
        str(key): name_of(names) for key, names in instrument.aspects.items()
    }
    aspects["gap"] = _("Avstand fra i dag til mål")
    aspect: Any = choices.one(
        _("Hva vises"), "aspekt", list(aspects), name=aspects.__getitem__, default="now"
    )
    kommuner = choices.several(
        _("Kommuner"),
        "kommune",
        list(known.kommuner),
        name=lambda key: known.kommuner[key].name,
        default=["1804"],
        most=4,
    )

asking = {"survey_round": survey_round, "instrument": code, "aspect": aspect}
axes = pd.Index([dimension.key for dimension in instrument.dimensions], name="dimension")
single = queries.scores_by_kommune(data, viewer=viewer, **asking)
group = queries.scores_by_group(data, viewer=viewer, **asking, members=viewer.kommuner)
series = []
for kommune in kommuner:
    own = single[single["kommune"] == kommune].set_index("dimension").reindex(axes)
    own.loc[own["mean"].isna() & own["withheld"].isna(), "withheld"] = "not_answered"
    name = known.kommuner[kommune].name
    series.append(own.reset_index().assign(series=name, series_kind="kommune", k=None))
nordland = group.set_index("dimension").reindex(axes).reset_index()
series.append(nordland.assign(series=_("Nordland"), series_kind="group", n=None))
shown = pd.concat(series).reset_index(drop=True).astype({"n": "Int64", "k": "Int64"})

asked_round = asked[survey_round]
when = asked_round["answered_at"]
source = _("Kilde: {module}, {date}. Dataversjon {version}.").format(
    module=modules[asked_round["module"]],
    date=date(None if pd.isna(when) else when),
    version=data.version,
)
with right:
    figure = radar.radar(
        shown,
        instrument=instrument,
        aspect=aspect,
        title=f"{instrument.label}: {aspects[aspect]}",
        source=source,
        invented=bool(asked_round["invented"]),
        dark=frame.dark(),
    )
    finding = findings.score_finding(shown, instrument=instrument, aspect=aspect)
    st.plotly_chart(figure, theme=None, config=theme.config(filename="sammenlign"), alt=finding)
    st.markdown(finding)

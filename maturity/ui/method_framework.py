"""What is asked: the framework with its sources, and each generation and capability in a line."""

from maturity.charts.scores import area_of
from maturity.instruments import Instrument
from maturity.language import _, name_of
from maturity.reference import reference


def credit() -> str:
    """Return whose framework it is, and what of it is this project's wording."""
    return _(
        "Rammeverket er **Pernille Kræmmergaards**, utviklet med "
        "[DI2X – Digitaliseringsinstituttet](https://di2x.com/no/rammeverk-digital-modenhet). "
        "Det beskriver digital modenhet i generasjoner: to til å begynne med, en tredje sent på "
        "2000-tallet, den fjerde i 2016, den femte i 2019 og den sjette i 2024. De tegnes som en "
        "trapp, for trinnene bygger på hverandre og er vanskelige å hoppe over. Men en "
        "organisasjon står på flere trinn samtidig, og de lave trengs også når en har nådd de "
        "høye. Spørsmålet er: hvor er dere i dag, og hvor vil dere?"
        "\n\nTil modenheten hører **10+3 evner**: ti som organisasjonen trenger bredt, og tre "
        "personlige for ledere, som trenger alle tretten. Mål som går lenger enn evnene, blir "
        "sjelden nådd. Derfor er avstanden det viktigste tallet."
        "\n\nTitler merket *arbeidstittel*, alle påstander og forklaringene under er dette "
        "prosjektets ord, til DigiNordland har fått eierens."
    )


def instruments() -> list[Instrument]:
    """Return the frameworks, the staircases first."""
    return sorted(
        reference().instruments.values(), key=lambda one: (not one.ordered, one.key), reverse=False
    )


def dimensions(instrument: Instrument) -> str:
    """Return the generations or capabilities of a framework with their meanings, as Markdown.

    A list, not a table: on a telephone a table leaves the meaning a word's width.
    """
    working = "*" + _("arbeidstittel") + "*"
    lines = []
    for place, dimension in enumerate(instrument.dimensions, start=1):
        area = area_of(dimension, instrument=instrument)
        marks = [
            area or "",
            _("personlig") if dimension.personal else "",
            working if dimension.title_status == "working-title" else "",
        ]
        said = ", ".join(mark for mark in marks if mark)
        name = f"**{dimension.label}**" + (f" ({said})" if said else "")
        meaning = name_of(dimension.meaning) if dimension.meaning else ""
        lines.append(f"{place}. {name}: {meaning}")
    return "\n".join(lines)

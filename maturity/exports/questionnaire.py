"""An instrument's questions as people are asked them: every statement today, then the target.

Template, Word file and the list for Forms are made of these, and so are the headings that come
back, which the intake knows by these words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from maturity.instruments import Instrument
from maturity.language import _, current, name_of
from maturity.settings import thresholds


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question; without `options` it is answered in words.

    `part` says when it is about and `about` which dimension, as headings above it; empty where
    there is none. `heading` are the words that tell it from all others.
    """

    text: str
    heading: str
    options: tuple[str, ...] = ()
    part: str = ""
    about: str = ""


def statements(instrument: Instrument) -> Iterator[Question]:
    """Yield the statements in the reader's language, in the order they are put."""
    options = answers(instrument)
    for aspect in ("now", "target"):
        part = name_of(instrument.aspects[aspect])
        for dimension in instrument.dimensions:
            if aspect == "target" and instrument.target_text:
                text = name_of(instrument.target_text).format(dimension=dimension.label)
                yield Question(text=text, heading=text, options=options, part=part)
                continue
            for item in dimension.items:
                text = name_of(item.text)
                yield Question(
                    text=text,
                    heading=f"{part}: {text}",
                    options=options,
                    part=part,
                    about=dimension.label,
                )


def answers(instrument: Instrument) -> tuple[str, ...]:
    """Return what can be answered, in the reader's language: the scale, then no answer."""
    scale = instrument.scale
    spoken = current() if current() in scale.labels else "nb"
    return (*scale.labels[spoken], *scale.not_answered.get(spoken, scale.not_answered["nb"]))


def before() -> tuple[Question, ...]:
    """Return what is asked of who answers; the first one is which kommune."""
    return _in_words(_("Hvilken kommune svarer du for?"), _("Hva er rollen din?"))


def after() -> tuple[Question, ...]:
    """Return what is asked in words, at the end."""
    return _in_words(
        _("Hva er den viktigste barrieren for dere akkurat nå?"),
        _("Hvilken mulighet vil dere gripe først?"),
    )


def _in_words(*texts: str) -> tuple[Question, ...]:
    return tuple(Question(text=text, heading=text) for text in texts)


def about(instrument: Instrument) -> tuple[str, ...]:
    """Return what stands above the questions, line by line."""
    least = thresholds()
    return (
        _(
            "Svar for kommunen slik du ser den. Det finnes ingen riktige svar; «Vet ikke» er også "
            "et svar."
        ),
        _(
            "Ingen enkeltsvar vises. Kommunens snitt vises først når minst {n} har svart, "
            "spredning og kommentarer når minst {m} har."
        ).format(n=least.min_respondents, m=least.min_respondents_detail),
        _(
            "{instrument}. Rammeverket er utviklet av Pernille Kræmmergaard og DI2X; påstandene er "
            "dette prosjektets egne formuleringer."
        ).format(instrument=instrument.label),
    )

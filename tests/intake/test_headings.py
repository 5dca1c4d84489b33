"""A heading is a statement by its code or its text; case, spacing and punctuation do not count."""

import pytest

from maturity.intake.headings import plain, spellings, statements
from maturity.reference import reference

INSTRUMENTS = reference().instruments
DATA = "Beslutninger i ledergruppen bygger på data."
SERVICES = "Innbyggerne kan betjene seg selv digitalt på de vanligste tjenestene våre."


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("I dag: Å, nei!", "idagånei"),
        ("A_B-C 1", "abc1"),
        ("a\u030a", "å"),
        ("\xa0Straße\n", "strasse"),
        ("«»–…", ""),
    ],
)
def test_letters_and_digits_are_what_counts(written: str, same: str):
    assert plain(written) == same


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("gen11_now. I dag: Vi gjør.", ("gen11nowidagvigjør", "gen11now", "idagvigjør")),
        ("Vi gjør. Og mer.", ("vigjørogmer",)),  # a sentence is no code
        ("gen11_now", ("gen11now",)),
        ("", ()),
        ("…", ()),
    ],
)
def test_heading_is_code_or_text_or_both(heading: str, found: tuple[str, ...]):
    assert spellings(heading) == found


@pytest.mark.parametrize(
    ("heading", "item", "aspect"),
    [
        ("datadrevet-1", "datadrevet-1", "now"),
        ("datadrevet1_now", "datadrevet-1", "now"),
        (DATA, "datadrevet-1", "now"),
        (f"I dag: {DATA}", "datadrevet-1", "now"),
        (f"i dag {DATA.upper()}", "datadrevet-1", "now"),
        (f"Nå – {DATA[:-1]}?", "datadrevet-1", "now"),
        (f"  {DATA.replace(' ', chr(10))} ", "datadrevet-1", "now"),
        (f"datadrevet1_now. {DATA}", "datadrevet-1", "now"),
        (f"Q17. {DATA}", "datadrevet-1", "now"),
        ("Om tre år skal vi være sterke på: Datadrevet", "datadrevet", "target"),
        ("datadrevet_target", "datadrevet", "target"),
        (f"Om tre år: {DATA}", None, None),  # this instrument asks the target once per dimension
        ("gen11_target", "gen1-1", "target"),
        (f"Om tre år: {SERVICES}", "gen1-1", "target"),
        (f"Mål: {SERVICES}", "gen1-1", "target"),
        (f"I går: {SERVICES}", None, None),
        ("datadrevet-9", None, None),
        ("now", None, None),
        ("Kommune", None, None),
    ],
)
def test_statement_is_found(heading: str, item: str | None, aspect: str | None):
    known = statements(list(INSTRUMENTS.values()))
    meant = next((known[it] for it in spellings(heading) if it in known), frozenset())
    assert {(it.item, it.aspect) for it in meant} == ({(item, aspect)} if item else set())


def test_statement_of_two_versions_stands_for_both():
    known = statements(list(INSTRUMENTS.values()))
    assert {it.instrument for it in known[plain(SERVICES)]} == {"modenhet-5gen", "modenhet-6gen"}


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_no_two_statements_of_an_instrument_are_written_alike(key: str):
    known = statements([INSTRUMENTS[key]])
    assert [spelling for spelling, meant in known.items() if len(meant) > 1] == []

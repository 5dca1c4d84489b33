"""Finding a kommune, and the tables and links that every page shares."""

from maturity import language
from maturity.reference import reference
from maturity.ui.links import FILES, link
from maturity.ui.table import table_html
from maturity.views.choosers import alphabetically, first_choice, search_label
from server import PAGES
from tests.made_answers import viewer


def test_a_kommune_is_found_by_name_sami_name_number_and_region():
    label = search_label(reference().kommuner["1875"])
    for words in ("Hamarøy", "Hamaroy", "Hábmer", "1875", "Salten"):
        assert words in label


def test_names_come_as_the_norwegian_alphabet_has_them():
    names = [reference().kommuner[code].name for code in alphabetically(reference().kommuner)]
    assert names[0] == "Alstahaug"
    assert names[-3:] == ["Værøy", "Vågan", "Øksnes"]
    assert len(names) == 41


def test_the_own_kommune_stands_there_first_whoever_else_may_be_chosen():
    see = viewer("1804", "1841", "1812", own=["1841", "1812"])
    every = see.kommuner
    assert first_choice(see, answered=("1804", "1812"), among=every) == "1812"
    assert first_choice(see, answered=("1804",), among=every) == "1841", "silent, but the own"
    nobodys = viewer("1804", "1841")
    assert first_choice(nobodys, answered=("1841",), among=every) == "1841"
    assert first_choice(nobodys, answered=(), among=["1841", "1804"]) == "1804"


def test_every_page_has_its_file():
    assert tuple(FILES) == PAGES


def test_links_are_relative_and_keep_the_language():
    assert link("kommune", k="1804") == "kommune?k=1804"
    assert link("") == "."
    language.use("en")
    try:
        assert link("metode") == "metode?lang=en"
    finally:
        language.use("nb")


def test_a_table_escapes_what_it_is_given_and_heads_its_rows():
    html = table_html(["A", "B"], ["<i>", ["<b>", "1"]], title="<t>", notes=["<n>", ""])
    assert html.count("<small>") == 1
    for raw in ("<i>", "<t>", "<n>"):
        assert raw not in html
    assert '<th scope="row">&lt;b&gt;</th><td>1</td>' in html
    assert '<th scope="rowgroup" colspan="2">&lt;i&gt;</th>' in html

"""Tables of slides go on over as many as they need, and lose no row."""

import io

from pptx import Presentation

from maturity.exports.slides_grid import grid
from maturity.exports.slides_layouts import ROOM
from maturity.exports.slides_measures import sheets
from tests.exports import views as made
from tests.exports.slides_read import texts, written


def test_a_long_table_goes_on_with_its_heads_and_loses_no_row(deck):
    slides = [s for s in deck.slides if any("heat_map" in text for text in texts(s))]
    assert len(slides) > 1
    tables = [next(s.table for s in slide.shapes if s.has_table) for slide in slides]
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    assert all(head == heads[0] for head in heads)
    rows = {row.cells[0].text: row for table in tables for row in list(table.rows)[1:]}
    assert {f"Kommune {n}" for n in range(1, 25)} | {"Salten", "Helgeland"} == set(rows)
    assert [cell.text for cell in rows["Kommune 2"].cells][:4] == ["Kommune 2", "1,3", "få", "2,7"]
    for slide in slides:
        frame = next(s for s in slide.shapes if s.has_table)
        assert frame.top + frame.height <= 6.35 * 914400


def test_no_heading_of_rows_stands_alone_at_the_foot_of_a_slide():
    for kommuner in range(14, 30):
        for sheet in sheets(grid(made.heat_map(kommuner))):
            assert not isinstance(sheet.grid.rows[-1], str)
            assert sum(sheet.widths) <= ROOM + 0.01


def test_profiles_become_a_table_with_the_group_last():
    slide = Presentation(io.BytesIO(written([made.profile_multiples()]))).slides[1]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows[1:]] == [*(f"Kommune {n}" for n in range(1, 6)), "Nordland"]
    assert rows[2][1:4] == ["1,3", "få", "2,7"]
    assert set(rows[-1][1:]) == {"3,0"}

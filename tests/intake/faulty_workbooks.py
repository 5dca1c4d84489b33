"""Workbooks with something wrong; each function takes a folder and returns the path."""

import random
from pathlib import Path
from zipfile import ZipFile

from tests.intake.workbook_parts import (
    DECLARATION,
    ROWS,
    SHEET_NS,
    claim,
    many_rows,
    parts,
    sheet_xml,
    workbook,
    zipped,
)

LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10))
)


def truncated_xlsx(folder: Path) -> Path:
    whole = workbook(folder / "halv.xlsx")
    whole.write_bytes(whole.read_bytes()[:-400])
    return whole


def damaged_xlsx(folder: Path) -> Path:
    """A byte in the middle of the packed worksheet is another."""
    return _with_other_byte(workbook(folder / "skadet.xlsx", sheet_xml(many_rows(2000))))


def damaged_after_rows(folder: Path) -> Path:
    after = f"<!--{random.Random(1).randbytes(300_000).hex()}-->"
    return _with_other_byte(workbook(folder / "skadet-etter.xlsx", sheet_xml(after=after)))


def locked_zip(folder: Path) -> Path:
    """Each part claims to be encrypted, as a zip program's password makes it."""
    path = workbook(folder / "zip-passord.xlsx")
    content = path.read_bytes()
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        pieces = content.split(signature)
        locked = [piece[: offset - 4] + b"\x01\x00" + piece[offset - 2 :] for piece in pieces[1:]]
        content = signature.join([pieces[0], *locked])
    path.write_bytes(content)
    return path


def plain_zip(folder: Path) -> Path:
    return zipped(folder / "arkiv.xlsx", {"les-meg.txt": "hei"})


def open_document(folder: Path) -> Path:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped(folder / "ark.xlsx", {"mimetype": kind, "content.xml": "<x/>"})


def strict_xlsx(folder: Path) -> Path:
    found = parts(sheet_xml())
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(SHEET_NS, strict)
    return zipped(folder / "strict.xlsx", found)


def broken_xml(folder: Path) -> Path:
    return workbook(folder / "xml.xlsx", sheet_xml(many_rows(2000) + "<row><c><v>1</row>"))


def broken_styles(folder: Path) -> Path:
    return zipped(folder / "stiler.xlsx", parts(sheet_xml()) | {"xl/styles.xml": "<styleSheet"})


def unknown_xml_encoding(folder: Path) -> Path:
    sheet = sheet_xml().replace("UTF-8", "UTF-88")
    return workbook(folder / "xml-koding.xlsx", sheet)


def string_missing(folder: Path) -> Path:
    row = '<row r="3"><c r="A3" t="s"><v>99</v></c></row>'
    return workbook(folder / "tekst-mangler.xlsx", sheet_xml(ROWS + row))


def rows_shuffled(folder: Path) -> Path:
    row = '<row r="2"><c r="A2"><v>1</v></c></row>'
    return workbook(folder / "stokket.xlsx", sheet_xml(ROWS + row))


def laughs_in_sheet(folder: Path) -> Path:
    row = '<row r="3"><c r="A3" t="inlineStr"><is><t>&a9;</t></is></c></row>'
    return workbook(folder / "latter.xlsx", sheet_xml(ROWS + row, doctype=LAUGHS))


def laughs_in_strings(folder: Path) -> Path:
    strings = f'{DECLARATION}{LAUGHS}<sst xmlns="{SHEET_NS}"><si><t>&a9;</t></si></sst>'
    return workbook(folder / "latter-tekst.xlsx", strings=strings)


def laughs_in_workbook(folder: Path) -> Path:
    found = parts(sheet_xml())
    found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(DECLARATION, LAUGHS)
    return zipped(folder / "latter-bok.xlsx", found)


def reads_other_file(folder: Path) -> Path:
    """An external entity that would put another file's text into a cell."""
    secret = folder / "hemmelig.txt"
    secret.write_text("hemmelig")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    row = '<row r="3"><c r="A3" t="inlineStr"><is><t>&e;</t></is></c></row>'
    return workbook(folder / "annen-fil.xlsx", sheet_xml(ROWS + row, doctype=doctype))


def bomb(folder: Path) -> Path:
    """Unpacks to a thousand times its size, in a part that nobody asks for."""
    found = parts(sheet_xml()) | {"xl/media/bilde.png": " " * 110_000_000}
    return zipped(folder / "bombe.xlsx", found)


def bomb_declared_huge(folder: Path) -> Path:
    """Says that it unpacks to 3 GB; packed so badly that no ratio gives it away."""
    path = workbook(folder / "bombe-3gb.xlsx")
    with ZipFile(path) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    claim(path, part.file_size, 3_000_000_000, packed=100_000_000)
    return path


def bomb_that_lies(folder: Path) -> Path:
    """Unpacks to 20 MB and says 1 000 bytes."""
    sheet = sheet_xml(ROWS + " " * 20_000_000)
    path = workbook(folder / "bombe-logn.xlsx", sheet)
    claim(path, len(sheet.encode()), 1000)
    return path


def bomb_in_strings(folder: Path) -> Path:
    """Few bytes, but millions of elements to hold at once."""
    strings = f'<sst xmlns="{SHEET_NS}">{"<si/>" * 7_000_000}</sst>'
    return workbook(folder / "bombe-tekst.xlsx", strings=strings)


def bomb_in_row(folder: Path) -> Path:
    cells = "<c/>" * 500_000
    return workbook(folder / "bombe-rad.xlsx", sheet_xml(f'{ROWS}<row r="3">{cells}</row>'))


def bomb_before_rows(folder: Path) -> Path:
    before = f"<cols>{' ' * 17_000_000}</cols>"
    return workbook(folder / "bombe-kolonner.xlsx", sheet_xml(before=before))


def bomb_in_styles(folder: Path) -> Path:
    styles = f'<styleSheet xmlns="{SHEET_NS}">{"<a/>" * 1_600_000}</styleSheet>'
    return zipped(folder / "bombe-stil.xlsx", parts(sheet_xml()) | {"xl/styles.xml": styles})


def far_row(folder: Path) -> Path:
    row = '<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'
    return workbook(folder / "langt-ned.xlsx", sheet_xml(ROWS + row))


def _with_other_byte(path: Path) -> Path:
    content = bytearray(path.read_bytes())
    with ZipFile(path) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    content[part.header_offset + part.compress_size // 2] ^= 0xFF
    path.write_bytes(content)
    return path

"""Workbooks written part by part, so that a test can have any part wrong."""

import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

SHEET_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Kommune</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Svar</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Bodø</t></is></c><c r="B2"><v>4</v></c></row>'
)


def sheet_xml(rows: str = ROWS, *, before: str = "", doctype: str = "", after: str = "") -> str:
    """Return the XML of a worksheet."""
    return (
        f'{DECLARATION}{doctype}<worksheet xmlns="{SHEET_NS}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def parts(*sheets: str, strings: str | None = None) -> dict[str, str]:
    """Return the parts of a workbook with the given worksheets."""
    numbers = range(1, len(sheets) + 1)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{KIND}.worksheet+xml"/>'
        for i in numbers
    )
    found = {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{KIND}.sharedStrings+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{SHEET_NS}" xmlns:r="{OFFICE}"><sheets>'
        + "".join(f'<sheet name="Ark{i}" sheetId="{i}" r:id="r{i}"/>' for i in numbers)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": DECLARATION
        + f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="r{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
            for i in numbers
        )
        + "</Relationships>",
        "xl/styles.xml": f'{DECLARATION}<styleSheet xmlns="{SHEET_NS}"/>',
        "xl/sharedStrings.xml": strings or f'{DECLARATION}<sst xmlns="{SHEET_NS}"/>',
    }
    for i, sheet in zip(numbers, sheets, strict=True):
        found[f"xl/worksheets/sheet{i}.xml"] = sheet
    return found


def zipped(path: Path, members: dict[str, str]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def workbook(path: Path, *sheets: str, strings: str | None = None) -> Path:
    """Write a workbook; without worksheets given, one with a heading row and one answer."""
    return zipped(path, parts(*(sheets or (sheet_xml(),)), strings=strings))


def compound(path: Path, stream: str) -> Path:
    """Write a valid container of Office before 2007 (OLE2) with one empty stream of this name."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    header = struct.pack(
        "<8s16x5H6x9I109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, end, 0, end, 0),
        *(0, *[free] * 108),
    )
    table = struct.pack("<128I", 0xFFFFFFFD, end, *[free] * 126)

    def entry(name: str, kind: int, child: int) -> bytes:
        encoded = name.encode("utf-16-le") + b"\0\0"
        links = (free, free, child)
        return struct.pack("<64sHBB3I36xIQ", encoded, len(encoded), kind, 1, *links, end, 0)

    unused = struct.pack("<68x3I48x", free, free, free) * 2
    directory = entry("Root Entry", 5, 1) + entry(stream, 2, free) + unused
    path.write_bytes(header + table + directory)
    return path


def many_rows(count: int) -> str:
    """Many more answers below the headings and the first."""
    return ROWS + "".join(
        f'<row r="{i}"><c r="A{i}"><v>1804</v></c><c r="B{i}"><v>{i % 5 + 1}</v></c></row>'
        for i in range(3, count)
    )


def claim(path: Path, real: int, claimed: int, *, packed: int | None = None) -> None:
    """Change what the archive says of the size of a part, in both of its tables."""
    content = path.read_bytes()
    with ZipFile(path) as archive:
        part = next(part for part in archive.infolist() if part.file_size == real)
    old = struct.pack("<III", part.CRC, part.compress_size, real)
    assert content.count(old) == 2
    new = struct.pack("<III", part.CRC, packed or part.compress_size, claimed)
    path.write_bytes(content.replace(old, new))

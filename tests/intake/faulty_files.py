"""Files with something wrong, made where a test asks for them.

Each function takes a folder and returns the path of the file. `FAULTS` names them all, those of
`faulty_workbooks` too, with words (a regular expression) that the refusal must hold.
"""

import random
from collections.abc import Callable
from pathlib import Path

from tests.intake import faulty_workbooks
from tests.intake.workbook_parts import compound, sheet_xml, workbook


def missing(folder: Path) -> Path:
    return folder / "finnes-ikke.xlsx"


def is_folder(folder: Path) -> Path:
    (folder / "mappe.xlsx").mkdir()
    return folder / "mappe.xlsx"


def empty(folder: Path) -> Path:
    return _file(folder, "tom.xlsx", b"")


def blank_csv(folder: Path) -> Path:
    return _file(folder, "blank.csv", b"\xef\xbb\xbf;;\r\n \xc2\xa0;;\r\n\r\n")


def blank_xlsx(folder: Path) -> Path:
    rows = '<row r="3"><c r="A3" t="inlineStr"><is><t> </t></is></c><c r="B3"/></row>'
    return workbook(folder / "blank.xlsx", sheet_xml(""), sheet_xml(rows))


def pdf(folder: Path) -> Path:
    return _file(folder, "rapport.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")


def png(folder: Path) -> Path:
    return _file(folder, "skjermbilde.csv", b"\x89PNG\r\n\x1a\n" + bytes(100))


def random_bytes(folder: Path) -> Path:
    return _file(folder, "data.csv", random.Random(7).randbytes(5000))


def web_page(folder: Path) -> Path:
    page = "<html><head></head><table><tr><td>Bodø</td></tr></table></html>"
    return _file(folder, "eksport.xls", ("\ufeff  " + page).encode())


def encrypted_xlsx(folder: Path) -> Path:
    return compound(folder / "laast.xlsx", "EncryptedPackage")


def old_xls(folder: Path) -> Path:
    return compound(folder / "gammel.xls", "Workbook")


def old_doc(folder: Path) -> Path:
    return compound(folder / "brev.xls", "WordDocument")


def nul_csv(folder: Path) -> Path:
    return _file(folder, "nul.csv", "Kommune;Svar\r\nBodø;4\r\nRana;\0\r\n".encode())


def uneven_csv(folder: Path) -> Path:
    return _file(folder, "ujevn.csv", "Kommune;Svar\nBodø;4\nRana;3\nBø;5;\nBrønnøy;a;b\n".encode())


def unclosed_quote(folder: Path) -> Path:
    return _file(
        folder, "sitat.csv", 'Kommune;Svar\nBodø;"a\nb"\nRana;"4\nBø;5\nLurøy;3\n'.encode()
    )


def unclosed_quote_long(folder: Path) -> Path:
    text = 'Kommune;Svar\nRana;"4\n' + "Bø;5\n" * 40_000
    return _file(folder, "sitat-lang.csv", text.encode())


def stray_quote(folder: Path) -> Path:
    return _file(folder, "midt-i.csv", 'Kommune;Svar\nBodø;4\nRana;"en"to\n'.encode())


def long_cell(folder: Path) -> Path:
    return _file(folder, "lang-celle.csv", b"Kommune;Svar\nRana;" + b"x" * 140_000 + b"\n")


def endless_line(folder: Path) -> Path:
    return _file(folder, "uten-slutt.csv", b"Kommune;Svar\n" + b"4;" * 3_000_000)


def endless_record(folder: Path) -> Path:
    """Each cell and each line is short; the record goes on."""
    return _file(folder, "uten-slutt-2.csv", b"Kommune;Svar\nRana" + b';"\n"' * 1_500_000)


def mixed_encodings(folder: Path) -> Path:
    utf8 = "Kommune;Svar\n" + "Bodø;4\n" * 20
    return _file(folder, "blandet.csv", utf8.encode() + "Sømna;3\n".encode("cp1252"))


def cut_utf8(folder: Path) -> Path:
    return _file(folder, "avkuttet.csv", "Kommune;Svar\nBodø;4\nBø".encode()[:-1])


def cut_utf16(folder: Path) -> Path:
    return _file(folder, "avkuttet-16.csv", "Kommune;Svar\nBodø;4\nBø".encode("utf-16")[:-1])


def _file(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


FAULTS: dict[Callable[[Path], Path], str] = {
    missing: "Finner ikke",
    is_folder: "mappe",
    empty: "tom",
    blank_csv: "bare tomme rader",
    blank_xlsx: "bare tomme rader",
    pdf: "PDF",
    png: "PNG",
    random_bytes: "ikke et regneark",
    web_page: "nettside",
    encrypted_xlsx: "passord",
    old_xls: r"\(\.xls\)",
    old_doc: "ikke et regneark",
    faulty_workbooks.truncated_xlsx: "skadet eller ufullstendig",
    faulty_workbooks.damaged_xlsx: "skadet eller ufullstendig",
    faulty_workbooks.damaged_after_rows: "skadet eller ufullstendig",
    faulty_workbooks.locked_zip: "passord",
    faulty_workbooks.plain_zip: "ikke et regneark",
    faulty_workbooks.open_document: "annet format",
    faulty_workbooks.strict_xlsx: "annet format",
    faulty_workbooks.broken_xml: r"ufullstendig etter rad \d+",
    faulty_workbooks.broken_styles: "skadet eller ufullstendig",
    faulty_workbooks.unknown_xml_encoding: "skadet eller ufullstendig",
    faulty_workbooks.string_missing: "ufullstendig etter rad 2",
    faulty_workbooks.rows_shuffled: "ufullstendig etter rad 2",
    faulty_workbooks.laughs_in_sheet: "XML-entiteter",
    faulty_workbooks.laughs_in_strings: "XML-entiteter",
    faulty_workbooks.laughs_in_workbook: "XML-entiteter",
    faulty_workbooks.reads_other_file: "XML-entiteter",
    faulty_workbooks.bomb: "for stor å lese",
    faulty_workbooks.bomb_declared_huge: "for stor å lese",
    faulty_workbooks.bomb_that_lies: "skadet",
    faulty_workbooks.bomb_in_strings: "for stor å lese",
    faulty_workbooks.bomb_in_row: "for stor å lese",
    faulty_workbooks.bomb_before_rows: "for stor å lese",
    faulty_workbooks.bomb_in_styles: "for stor å lese",
    faulty_workbooks.far_row: "for stor å lese",
    nul_csv: "linje 3 .*NUL",
    uneven_csv: r"rad 5 \(linje 5 i filen\) har 3 celler, men overskriftene i rad 1 er 2",
    unclosed_quote: r"rad 3 \(fra linje 4 i filen\): et anførselstegn åpnes",
    unclosed_quote_long: r"rad 2 \(fra linje 2 i filen\): en celle har mer enn 131.072 tegn",
    stray_quote: r"rad 3 \(fra linje 3 i filen\): et anførselstegn står midt i",
    long_cell: r"rad 2 \(fra linje 2 i filen\): en celle har mer enn 131.072 tegn",
    endless_line: "linje 2 slutter aldri",
    endless_record: "linje 2 slutter aldri",
    mixed_encodings: "linje 22",
    cut_utf8: "linje 3",
    cut_utf16: "linje 3",
}

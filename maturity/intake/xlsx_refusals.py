"""What is told when a workbook cannot be read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EINVAL
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812

from defusedxml.common import DefusedXmlException

from maturity.errors import UserError
from maturity.language import _

# What zipfile, expat and openpyxl throw at content that is not what it should be.
DAMAGE = (
    BadZipFile, ZlibError, EOFError, ParseError, NotImplementedError, RecursionError,
    LookupError, ValueError, TypeError, AttributeError, OverflowError,
)  # fmt: skip


@contextmanager
def refusing(path: Path, *, after: Callable[[], int] = lambda: 0) -> Iterator[None]:
    """Turn what is thrown at broken content into words; `after` gives the last row read."""
    try:
        yield
    except DAMAGE as fault:
        raise _malicious(path) if _is_defused(fault) else damaged(path, after=after()) from fault
    except OSError as fault:
        # openpyxl's word for a missing main part has no number; zipfile seeks where it is told to.
        if fault.errno in (None, EINVAL):
            raise damaged(path) from fault
        raise


def damaged(path: Path, *, after: int = 0) -> UserError:
    """Say that the file is broken, after which row if any could be read."""
    where = _(" etter rad {row}").format(row=after) if after else ""
    return UserError(
        _(
            "«{file}» er skadet eller ufullstendig{where} og kan ikke leses. Last den ned på nytt, "
            "eller åpne den i Excel og lagre den som ny .xlsx."
        ).format(file=path.name, where=where)
    )


def other_format(path: Path) -> UserError:
    """Say that it is a spreadsheet, but not of the usual kind."""
    return UserError(
        _(
            "«{file}» er et regneark i et annet format enn vanlig .xlsx. Åpne den i et "
            "regnearkprogram og lagre den som «Excel-arbeidsbok (.xlsx)» eller CSV."
        ).format(file=path.name)
    )


def _malicious(path: Path) -> UserError:
    return UserError(
        _(
            "«{file}» har innhold som et regneark aldri har (XML-entiteter), og som kan være laget "
            "for å gjøre skade. Den leses ikke. Last ned svarene på nytt fra skjemaverktøyet."
        ).format(file=path.name)
    )


def _is_defused(fault: BaseException | None) -> bool:
    """Look behind openpyxl's own exception for the one of defusedxml."""
    while fault is not None and not isinstance(fault, DefusedXmlException):
        fault = fault.__cause__
    return fault is not None

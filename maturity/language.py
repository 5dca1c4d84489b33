"""The reader's language: texts by gettext, numbers and dates by Babel.

Norwegian bokmål is the source: `_("Kommune")` needs no catalogue there. The language is held in a
context variable, since one server speaks to many readers at once; `use` sets it at the start of
each run, and whatever is not told speaks bokmål.
"""

import datetime
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

SOURCE = "nb"
LANGUAGES = {"nb": "Norsk", "en": "English"}
CATALOGUES = Path(__file__).parents[1] / "locales"

_current: ContextVar[str] = ContextVar("language", default=SOURCE)


@cache
def _catalogue(language: str) -> NullTranslations:
    """Compile the catalogue in memory, so that no compiled file can be older than its source."""
    if language == SOURCE:
        return NullTranslations()
    compiled = BytesIO()
    with (CATALOGUES / language / "LC_MESSAGES" / "maturity.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def use(language: str) -> str:
    """Speak `language` from here on in this run; an unknown one means bokmål. Returns the code."""
    code = language if language in LANGUAGES else SOURCE
    _current.set(code)
    return code


def current() -> str:
    """Return the code of the language of this run."""
    return _current.get()


def _(text: str) -> str:
    """Translate a text of the interface."""
    return _catalogue(current()).gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a text that depends on a count."""
    return _catalogue(current()).ngettext(one, many, n)


def name_of(names: Mapping[str, str]) -> str:
    """Pick the reader's language from the names of a dimension, module or instrument."""
    return names.get(current()) or names[SOURCE]


def number(value: float, *, digits: int = 1) -> str:
    """Write a number as the reader's language does: 3,4 and 1 204."""
    return _written(float(value), digits, current())


@lru_cache(maxsize=4096)
def _written(value: float, digits: int, language: str) -> str:
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    # The minus sign of mathematics is what both languages print; a hyphen is read as a dash.
    return format_decimal(value, format=pattern, locale=language).replace("-", "−")


def date(value: datetime.date | None, *, style: str = "long") -> str:
    """Write a date in full: 12. oktober 2023."""
    if value is None:
        return _("uten dato")
    return str(format_date(value, format=style, locale=current()))


def decimal_signs() -> str:
    """Return decimal and thousands sign for Plotly's `separators`."""
    symbols = Locale.parse(current()).number_symbols["latn"]
    return str(symbols["decimal"] + symbols["group"])

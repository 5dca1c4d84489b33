"""The texts of argparse itself, in the reader's language."""

import argparse

from maturity.language import _


def speak() -> None:
    """Let argparse find its texts here: it looks each one up by its English, under the name `_`."""
    words = {
        "usage: ": _("bruk: "),
        "positional arguments": _("argumenter"),
        "options": _("valg"),
        "show this help message and exit": _("vis denne hjelpen"),
        "%(prog)s: error: %(message)s\n": _("Feil i kommandoen: %(message)s.\n"),
        "the following arguments are required: %s": _("oppgi %s"),
        "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
        "invalid choice: %(value)r (choose from %(choices)s)": _(
            "%(value)r finnes ikke; velg blant %(choices)s"
        ),
        "unrecognized arguments: %s": _("%s er ukjent"),
        "expected one argument": _("verdien mangler"),
        "ambiguous option: %(option)s could match %(matches)s": _(
            "%(option)s kan være %(matches)s"
        ),
    }
    argparse._ = lambda text: words.get(text, text)  # type: ignore[attr-defined]

"""Every page of the menu, and addresses for each: made from what the page lets its reader choose.

A new page is walked by itself: it is in server.PAGES, and its choices are heard of from Choices.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest import mock

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from maturity.ui.choices import Choices
from server import PAGES
from tests.leaks.readers import Reader, arrives
from tests.leaks.unpacked import Leaf, leaves
from tests.leaks.wire import Sent, listening

Address = dict[str, list[str]]
Options = dict[str, list[str]]
WORDS = "ikke"  # typed where words can be typed: in what many wrote
# Buttons that lead away; and what takes half a minute is looked at in test_other_doors.py.
LEAVE_ALONE = ("sign-in", "sign-out", "reports-make")

__all__ = ["PAGES", "addresses", "answered", "offered", "seen"]


@contextmanager
def _heard() -> Iterator[Options]:
    """Hear what can be chosen, by the name in the address."""
    found: Options = {}
    one, several = Choices.one, Choices.several

    def hear(method):
        def choose(self, label, key, options, **how):
            found[key] = list(dict.fromkeys([*found.get(key, []), *options]))
            return method(self, label, key, options, **how)

        return choose

    with mock.patch.multiple(Choices, one=hear(one), several=hear(several)):
        yield found


def offered(reader: Reader, page: str) -> Options:
    """Return what a page offers a reader: codes by their name in the address."""
    with _heard() as found:
        _at(reader, page, {})
    return found


def addresses(options: Options, *, kommuner: Sequence[str], count: int, seed: str) -> list[Address]:
    """Return at most so many addresses; a name has one of its codes, or any kommune, or is not."""
    chance = random.Random(seed)  # the same each time
    found: list[Address] = []
    for _ in range(count):
        address: Address = {}
        for key, codes in options.items():
            known = set(codes) & set(kommuner)
            several = chance.randint(1, 5) if key in ("kommune", "gruppe") else 1
            pool = [*codes, *kommuner] if known else codes
            if pool and chance.random() < 0.8:
                address[key] = [chance.choice(pool) for _ in range(several)]
        if chance.random() < 0.2:
            address["lang"] = ["en"]
        if address and address not in found:  # nothing chosen is looked at anyway
            found.append(address)
    return found


def seen(
    reader: Reader, page: str, where: Sequence[Address], *, every_file: bool
) -> Iterator[tuple[str, list[Leaf]]]:
    """Yield what a reader is sent on a page: by each address, by words, and by each button.

    After a button the files are made that were not offered before it, or `every_file`.
    Raises AssertionError where the page fails, for then nothing was looked at.
    """
    for address in where:
        yield f"{page}?{address}", answered(reader, page, address)
    with listening() as sent:
        test = _at(reader, page, {})
    yield page, _sound(test, sent)
    made = sent.pressed
    for field in range(len(test.text_input)):
        with listening() as sent:
            test.text_input[field].set_value(WORDS).run()
        yield f"{page}, words in field {field}", _sound(test, sent)
    for key in [it.key for it in test.button if not str(it.key).startswith(LEAVE_ALONE)]:
        with listening(but=() if every_file else made) as sent:
            for button in [it for it in test.button if it.key == key]:
                button.click().run()
        if sent.messages:
            yield f"{page}, button {key}", _sound(test, sent)


def answered(reader: Reader, page: str, address: Address) -> list[Leaf]:
    """Return what a reader is sent by one address; raises AssertionError where the page fails."""
    with listening() as sent:
        test = _at(reader, page, address)
    return _sound(test, sent)


def _at(reader: Reader, page: str, address: Address) -> AppTest:
    """Ask as a browser does: for a path, whether it is in this reader's menu or not."""
    test = arrives(reader)
    test.session_state["arrived"] = True  # an executive is not led away
    test._page_hash = calc_hash(page)
    for key, values in address.items():
        test.query_params[key] = values
    return test.run()


def _sound(test: AppTest, sent: Sent) -> list[Leaf]:
    assert not test.exception, test.exception
    assert sent.messages
    return leaves(sent)

"""What strangers write stands in the log letter by letter, in its lines and its traces."""

import io
import logging
from collections.abc import Iterator

import pytest

from maturity.ui.letters import log_letters_alone

HOSTILE = "\x1b]0;eid\x07\x1b[31m\r\x9b2J\u202e"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged from now on, by a handler as the platform has them."""
    before, log = logging.getLogRecordFactory(), logging.getLogger("letters")
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    log.addHandler(handler)
    log_letters_alone()
    yield text
    logging.setLogRecordFactory(before)
    log.removeHandler(handler)


def fails() -> None:
    raise ValueError(HOSTILE)


def test_no_sign_that_moves_a_terminal_is_logged(written):
    log = logging.getLogger("letters")
    log.error("Error during authentication: %s. Error description: %s", HOSTILE, HOSTILE)
    log.error(HOSTILE)
    try:
        fails()
    except ValueError as fault:
        log.warning("Failed: %s", fault, exc_info=True)
    told = written.getvalue()
    assert [it for it in told if not it.isprintable() and it != "\n"] == []
    assert told.count("[U+001B]") == 2 * (2 + 1 + 1 + 1)
    assert "ValueError" in told
    assert "in fails" in told

"""Slides of every view, written once for each file of tests."""

import io

import pytest
from pptx import Presentation

from tests.exports.slides_read import BASE, VIEWS, written


@pytest.fixture(scope="module")
def raw() -> bytes:
    return written(VIEWS, notes=["Spør salen."], base_address=BASE)


@pytest.fixture(scope="module")
def deck(raw):
    return Presentation(io.BytesIO(raw))

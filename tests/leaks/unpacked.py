"""What was sent, taken apart to its last text and number, whatever it is wrapped in.

Every leaf is a pair: where it stands, and what it is. Archives, Arrow, Parquet, PDF streams, JSON,
gathering packs and Plotly's arrays in base64 are opened, so that neither compression nor encoding
hides anything.
"""

import base64
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from google.protobuf.json_format import MessageToDict

from tests.leaks.wire import Sent

Leaf = tuple[str, Any]

# What differs between two runs of the same over the same: random, or the moment it was made.
STAMPS = {
    ".new_session.script_run_id",
    ".new_session.initialize.session_id",
    ".metadata.cacheable",
    ".hash",
}
DEFERRED = re.compile(r"\.(deferred_file_id|url)$")  # of a file: random, or its content's hash
# The platform names a widget by a hash of all that it was given, which is compared itself.
WIDGET = re.compile(r"\$\$(ID|GENERATED)-[0-9a-f]{16,64}")
MADE_AT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
# In the log of who did what, when: the two worlds were looked at one after the other.
LOGGED_AT = re.compile(r"\b\d{2}\.\d{2}\.\d{4} \d{2}:\d{2}\b")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)

# Of a pack's scripts a hash stands in its head: one that differed would be seen there.
FIGURES = re.compile(r'<script type="application/json" id="figures">(.*?)</script>', re.DOTALL)
SCRIPTS = re.compile(r"<script>.*?</script>", re.DOTALL)


def leaves(sent: Sent) -> list[Leaf]:
    """Return all leaves of all messages and files, in the order in which they were sent."""
    found: list[Leaf] = []
    for number, message in enumerate(sent.messages):
        whole = MessageToDict(message, preserving_proto_field_name=True)
        found.extend(_walk(whole, f"{number}"))
    # A file has a random address until it is made: so by name, and then by content.
    for name, content in sorted(sent.files):
        found.append(("file", name))
        found.extend(opened(content, f"file {name}"))
    return found


def opened(content: bytes, where: str) -> Iterator[Leaf]:
    """Yield the leaves of a file by what it is, not by what it is called."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield f"{where}!", entry.filename
                yield from opened(archive.read(entry), f"{where}!{entry.filename}")
    elif content.startswith(b"PAR1"):
        yield from _table(pq.read_table(io.BytesIO(content)), where)
    elif content.startswith(b"ARROW1") or content.startswith(b"\xff\xff\xff\xff"):
        yield from _table(_arrow(content), where)
    elif content.startswith(b"%PDF"):
        yield from _pdf(content, where)
    elif content.startswith(b"<!doctype html>"):
        page = SCRIPTS.sub("", content.decode("utf-8"))
        for figures in FIGURES.findall(page):
            yield from _walk(json.loads(figures), f"{where} figures")
        yield where, FIGURES.sub("", page)
    else:
        text = MADE_AT.sub(b"", content).decode("utf-8", errors="replace")
        yield from _walk(text, where)


def _table(table: pa.Table, where: str) -> Iterator[Leaf]:
    yield f"{where}.schema", str(table.schema) + str(table.schema.metadata)
    for name, column in zip(table.column_names, table.columns, strict=True):
        yield from _walk(column.to_pylist(), f"{where}.{name}")


def _arrow(content: bytes) -> pa.Table:
    reader = pa.ipc.open_file if content.startswith(b"ARROW1") else pa.ipc.open_stream
    return reader(io.BytesIO(content)).read_all()


def _pdf(content: bytes, where: str) -> Iterator[Leaf]:
    """Yield a PDF's own words without its streams, and each stream unpacked."""
    for number, stream in enumerate(STREAM.findall(content)):
        try:
            plain = zlib.decompress(stream)
        except zlib.error:
            plain = stream
        yield f"{where} stream {number}", plain.decode("latin-1")
    yield f"{where} frame", STREAM.sub(b"", content).decode("latin-1")


def _walk(value: Any, where: str) -> Iterator[Leaf]:
    path = re.sub(r"^\d+", "", where)
    if path in STAMPS:
        return
    if isinstance(value, dict):
        if {"dtype", "bdata"} <= set(value):
            array = np.frombuffer(base64.b64decode(value["bdata"]), dtype=value["dtype"])
            yield f"{where}.shape", str(value.get("shape"))
            yield from _walk(array.tolist(), where)
            return
        for key, inner in value.items():
            yield f"{where}{{", key
            yield from _walk(inner, f"{where}.{key}")
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _walk(inner, f"{where}[]")
    elif isinstance(value, bytes):
        yield from opened(value, where)
    elif isinstance(value, str):
        yield from _text(value, where)
    else:
        yield where, value


def _text(text: str, where: str) -> Iterator[Leaf]:
    """Yield a text; one that is JSON, or bytes in base64, is opened."""
    if text[:1] in ("{", "["):
        try:
            yield from _walk(json.loads(text), f"{where}:")
            return
        except ValueError:
            pass
    if where.endswith((".data", ".bytes", ".arrow_data")) and len(text) > 16:
        try:
            raw = base64.b64decode(text, validate=True)
        except ValueError:
            pass
        else:
            yield from opened(raw, where)
            return
    if DEFERRED.search(where):
        return
    yield where, LOGGED_AT.sub("then", WIDGET.sub("widget", text))

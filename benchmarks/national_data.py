"""The national case: every kommune of Norway answers, and the answers are invented.

357 kommuner × 1 000 people × 4 rounds × 60 items, written as one Parquet file a round and made
into a Delta table. A row group holds whole kommuner in order, as an import would leave them. Texts
are handed to Parquet as dictionaries, so that 85 million rows are never 85 million strings.
"""

import csv
import hashlib
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable, convert_to_deltalake

from benchmarks.servers import ROOT
from maturity.reference import Instrument, reference
from maturity.scores import prepare

KOMMUNER, PEOPLE = 357, 1_000
ITEMS = (("evner-10+3", 52), ("modenhet-6gen", 8))  # 39 statements and 13 targets, and 8 more
IN_GROUP = 16  # kommuner in a row group: close to a million rows
COUNTIES = 15
COLUMNS = 20  # of the tile map
TEXTS = pa.dictionary(pa.int32(), pa.string())


def national_case(folder: Path, *, like: Path) -> tuple[Path, Path]:
    """Make a table with the columns of another and its reference data; return where they lie.

    Both are made once and kept, until the columns change.
    """
    answers, references, done = folder / "answers", folder / "reference", folder / "columns.txt"
    schema = pa.schema(DeltaTable(like).schema().to_arrow())
    if not done.exists() or done.read_text("utf-8") != str(schema):
        shutil.rmtree(folder, ignore_errors=True)
        answers.mkdir(parents=True)
        write_reference(references)
        for place, module in enumerate(reference().programme.modules):
            write_round(answers, schema=schema, place=place, module=module.key)
        convert_to_deltalake(answers, name="answers")
        prepare(answers)  # as an import does
        done.write_text(str(schema), encoding="utf-8")
    return answers, references


def numbers() -> list[str]:
    """Return the invented numbers of the kommuner, spread over as many counties as there are."""
    return [f"{18 + i % COUNTIES:02}{1 + i // COUNTIES:02}" for i in range(KOMMUNER)]


def write_reference(folder: Path) -> None:
    """Copy the project's reference data, with the kommuner of a whole country."""
    shutil.copytree(ROOT / "data" / "reference", folder)
    with (folder / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        known = list(csv.DictReader(file))
    with (folder / "kommuner.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(known[0]))
        writer.writeheader()
        for place, number in enumerate(sorted(numbers())):
            like = known[place % len(known)]
            name = f"{like['name']} {place // len(known) + 1}"
            writer.writerow({**like, "kommune": number, "name": name, "sami_name": ""})
    with (folder / "tiles.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=["kommune", "column", "row", "name"])
        writer.writeheader()
        for place, number in enumerate(sorted(numbers())):
            row, column = divmod(place, COLUMNS)
            writer.writerow({"kommune": number, "column": column, "row": row, "name": number})


def questions() -> Iterator[tuple[str, str, str | None, str]]:
    """Yield instrument, dimension, item (None: asked of the whole dimension) and aspect."""
    for key, count in ITEMS:
        yield from list(_questions_of(reference().instruments[key]))[:count]


def _questions_of(instrument: Instrument) -> Iterator[tuple[str, str, str | None, str]]:
    for dimension in instrument.dimensions:
        for item in dimension.items:
            yield instrument.key, dimension.key, item.key, "now"
    for dimension in instrument.dimensions:
        yield instrument.key, dimension.key, None, "target"


def write_round(folder: Path, *, schema: pa.Schema, place: int, module: str) -> None:
    """Write one round as one file; `place` counts the rounds from 0 and seeds the scores."""
    # Parquet knows no dictionary type: without Arrow's own note in the file these are plain texts.
    packed = pa.schema([(f.name, TEXTS if _is_text(f.type) else f.type) for f in schema])
    random = np.random.default_rng(place)
    codes = sorted(numbers())
    with pq.ParquetWriter(folder / f"round-{place}.parquet", packed, store_schema=False) as writer:
        for first in range(0, KOMMUNER, IN_GROUP):
            group = codes[first : first + IN_GROUP]
            columns = _columns(group, place=place, module=module, random=random)
            rows = len(columns["score"])
            arrays = [
                columns[f.name].cast(f.type) if f.name in columns else pa.nulls(rows, f.type)
                for f in packed
            ]
            writer.write_table(pa.table(arrays, schema=packed), row_group_size=rows)


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)


def _columns(
    kommuner: list[str], *, place: int, module: str, random: np.random.Generator
) -> dict[str, pa.Array]:
    asked = list(questions())
    rows = len(kommuner) * PEOPLE * len(asked)
    people = [_pseudonym(kommune, person) for kommune in kommuner for person in range(PEOPLE)]
    # A kommune leans up or down, so that the radars differ as they would.
    lean = np.repeat(random.normal(0, 0.5, len(kommuner)), PEOPLE * len(asked))
    score = np.clip(np.rint(random.normal(3, 1, rows) + lean), 1, 5)
    day = datetime(2024, 1 + 2 * place, 15)
    fixed = {
        "survey_round": f"{module}-2024",
        "module": module,
        "phase": "forarbeid",
        "kind": "score",
        "role": "kommunedirektor",
    }
    columns = {name: _texts([text], np.zeros(rows, np.int32)) for name, text in fixed.items()}
    for column, texts in zip(
        ("instrument", "dimension", "item", "aspect"), zip(*asked, strict=True), strict=True
    ):
        columns[column] = _texts(list(texts), np.tile(np.arange(len(asked)), rows // len(asked)))
    columns["kommune"] = _texts(
        kommuner, np.repeat(np.arange(len(kommuner)), rows // len(kommuner))
    )
    columns["respondent"] = _texts(people, np.repeat(np.arange(len(people)), len(asked)))
    columns["answered_at"] = pa.repeat(pa.scalar(day, pa.timestamp("us")), rows)
    columns["score"] = pa.array(score)
    columns["invented"] = pa.repeat(pa.scalar(True), rows)
    return columns


def _pseudonym(kommune: str, person: int) -> str:
    return hashlib.sha256(f"{kommune} {person}".encode()).hexdigest()[:32]


def _texts(texts: list[str | None], places: np.ndarray) -> pa.Array:
    unique = list(dict.fromkeys(text for text in texts if text is not None))
    index = {text: number for number, text in enumerate(unique)}
    numbered = np.array([index.get(text, -1) for text in texts], np.int32)[places]
    return pa.DictionaryArray.from_arrays(pa.array(numbered, mask=numbered < 0), unique)

"""Taking back an import that others came after: only its own rows go."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import CommitProperties, DeltaTable

from maturity.errors import UserError
from maturity.intake.commits import replace_rows
from maturity.intake.imports import Import
from maturity.intake.schema import SCHEMA
from maturity.intake.standing import Effect, Place
from maturity.language import _
from maturity.seals import broken_files, damaged

BATCH = 50_000  # rows at a time: what bounds the memory


def put_back(
    table: DeltaTable, path: Path, *, effect: Effect, properties: CommitProperties
) -> None:
    """Put what stood there before in the place of the rows that an import brought, in one commit.

    Each version keeps its files, so the rows of an earlier import are read where it put them.
    Where others have replaced all of it no row goes, and that is noted.
    """
    from_where: dict[int, set[Place]] = defaultdict(set)
    for place, version in (*effect.replaced.items(), *effect.came.items()):
        from_where[version].add(place)
    # Opened now: Delta's own thread, which asks for the rows, may not wait for another table.
    sources = [
        (files_of(DeltaTable(str(path), version=version), places), places)
        for version, places in from_where.items()
    ]

    if wrong := broken_files(path, [Path(it) for files, _places in sources for it in files]):
        raise damaged(wrong)

    def batches() -> Iterator[pa.RecordBatch]:
        for files, places in sources:
            yield from rows(files, places)

    changed = effect.gone | effect.replaced.keys() | effect.came.keys()
    replace_rows(table, batches, where=condition(changed), properties=properties)


def files_of(table: DeltaTable, places: Iterable[Place]) -> list[str]:
    """Return the files of a version that may hold rows of some places, by Delta's statistics."""
    uris = table.file_uris(file_pruning_predicate=condition(places))
    return [unquote(uri) for uri in uris]


def rows(files: Sequence[str], places: Iterable[Place]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of some places out of files, in the schema of the table."""
    wanted = None
    for survey_round, codes in _by_round(places).items():
        here = (ds.field("survey_round") == survey_round) & ds.field("kommune").isin(sorted(codes))
        wanted = here if wanted is None else wanted | here
    found = ds.dataset(list(files), format="parquet", schema=SCHEMA) if files else None
    for batch in found.to_batches(filter=wanted, batch_size=BATCH) if found else ():
        if batch.num_rows:
            yield batch


def condition(places: Iterable[Place]) -> str:
    """Return as SQL which rows are in these places: codes and numbers, which need no quoting."""
    told = [
        f"(survey_round = '{survey_round}' and kommune in ({_listed(codes)}))"
        for survey_round, codes in sorted(_by_round(places).items())
    ]
    return " or ".join(told) or "false"


def refuse_unknown(imports: Iterable[Import]) -> None:
    """Raise UserError where it is not known whose rows some imports brought."""
    if any(not it.kommuner for it in imports):
        raise UserError(
            _(
                "Historien sier ikke hvilke kommuner de eldste innlesingene gjelder. Derfor kan "
                "bare den siste angres."
            )
        )


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"'{code}'" for code in sorted(codes))


def _by_round(places: Iterable[Place]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for survey_round, kommune in places:
        found[survey_round].add(kommune)
    return found

"""One commit to the table: all or nothing, stoppable, its faults told for what they are."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError

from maturity.errors import ConflictError, UserError
from maturity.intake.schema import SCHEMA
from maturity.language import _

# Delta's default forgets commits after a month. They are the history of the imports, what undo
# goes back to, and how a file is known that was taken in before.
KEEP_ALL = PostCommitHookProperties(cleanup_expired_logs=False)
SYSTEM = re.compile(r"\(os error (\d+)\)")


def replace_rows(
    table: DeltaTable,
    batches: Callable[[], Iterable[pa.RecordBatch]],
    *,
    where: str,
    properties: CommitProperties,
) -> None:
    """Put the rows of `batches` in the place of those that the condition `where` holds for.

    Raises what `batches` raises, KeyboardInterrupt, or as `committing` does; nothing is committed
    then. An interrupt that comes too late to stop the commit is not heard.
    """
    source = _Source(batches)
    reader = pa.RecordBatchReader.from_batches(SCHEMA, source)
    # In a thread of its own: this one hears the interrupt, which Delta's code does not.
    with committing(), ThreadPoolExecutor(1) as elsewhere:
        writing = elsewhere.submit(
            write_deltalake,
            table,
            reader,
            mode="overwrite",
            predicate=where,
            commit_properties=properties,
            post_commithook_properties=KEEP_ALL,
        )
        try:
            writing.result()
        except KeyboardInterrupt:
            source.stopped = True
            if writing.exception():
                raise
        except DeltaError:
            if source.fault:  # Delta passes on no more than its text
                raise source.fault from None
            raise


@contextmanager
def committing() -> Iterator[None]:
    """Tell the reader where another commit landed meanwhile, or the files cannot be written."""
    try:
        yield
    except CommitFailedError:
        raise ConflictError(
            _("En annen innlesing kom imellom. Ingenting er lest inn; prøv igjen.")
        ) from None
    except DeltaError as fault:
        number = SYSTEM.search(str(fault))
        if not number:
            raise
        message = _("Får ikke skrevet svartabellen ({cause}). Ingenting er lest inn.")
        raise UserError(message.format(cause=os.strerror(int(number[1])))) from fault


class _Source:
    """The batches as they are asked for, with what went wrong in them."""

    def __init__(self, batches: Callable[[], Iterable[pa.RecordBatch]]) -> None:
        self._batches = batches
        self.fault: BaseException | None = None
        self.stopped = False

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        try:
            for batch in self._batches():
                if self.stopped:
                    raise KeyboardInterrupt
                yield batch
        except BaseException as fault:
            self.fault = fault
            raise

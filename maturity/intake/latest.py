"""Which submission of each person counts: the latest, and of two at once the one further down."""

from array import array
from datetime import datetime, timedelta

import numpy as np
import numpy.typing as npt

MICROSECOND = timedelta(microseconds=1)


class Latest:
    """Remembers who submitted when, in 24 bytes a submission, since there may be a million."""

    def __init__(self) -> None:
        self._who, self._when, self._row = array("Q"), array("q"), array("q")

    def __len__(self) -> int:
        return len(self._who)

    def add(self, who: str, when: datetime | None, row: int) -> None:
        """Remember the submission in a row by `who`, 16 hexadecimal digits."""
        self._who.append(int(who, 16))
        self._when.append(((when or datetime.min) - datetime.min) // MICROSECOND)
        self._row.append(row)

    def counts(self) -> npt.NDArray[np.bool_]:
        """Return for each row number whether its submission counts."""
        who, when, row = (np.asarray(it) for it in (self._who, self._when, self._row))
        found = np.zeros(int(row.max(initial=0)) + 1, dtype=bool)
        order = np.lexsort((row, when, who))
        last_of_its_person = np.append(np.diff(who[order]) != 0, True)[: len(order)]
        found[row[order][last_of_its_person]] = True
        return found

    def replaced(self) -> list[int]:
        """Return the numbers of the rows whose submission does not count."""
        counts = self.counts()
        return sorted(row for row in self._row if not counts[row])

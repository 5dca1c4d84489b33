"""Files that no version of the table knows: what imports that were killed have left behind."""

import json
import logging
import time
from pathlib import Path
from urllib.parse import unquote

A_DAY = 24 * 3600  # seconds: longer than any import takes, so that no work in progress is removed

log = logging.getLogger(__name__)


def remove_leftovers(folder: Path) -> None:
    """Remove them from a table's folder once they are a day old; every version keeps its files.

    Delta's own vacuum would take those of earlier versions too, which undo goes back to. Nothing
    depends on it: what cannot be removed is tried again after the next import.
    """
    try:
        old = time.time() - A_DAY
        found = [path for path in folder.glob("*.parquet*") if path.stat().st_mtime < old]
        known = _ever_added(folder / "_delta_log") if found else set()
        for path in found:
            if path.name not in known:
                path.unlink(missing_ok=True)
    except (OSError, ValueError):
        log.exception("What killed imports have left in %s stays until the next one", folder)


def _ever_added(commits: Path) -> set[str]:
    """Return the names of the files of all versions. Raises ValueError where a commit is gone."""
    paths = sorted(commits.glob("[0-9]*.json"))
    if [int(path.stem) for path in paths] != list(range(len(paths))):
        raise ValueError(f"{commits} does not hold every commit")
    actions = (json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines())
    return {unquote(action["add"]["path"]) for action in actions if "add" in action}

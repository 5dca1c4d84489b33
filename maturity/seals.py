"""Copies of what each commit wrote, with sums, by which damage is noticed and mended.

Delta knows what belongs to a version, but not whether the bytes are those it wrote: a commit cut
at the end of a line is a valid one with fewer answers, and of the bits that a disk turns round in
a Parquet file, a third give other answers without a word. The answers of all kommuner of Nordland
are a few megabytes; twice that is a small price.
"""

import hashlib
import json
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkstemp
from urllib.parse import unquote

from deltalake import DeltaTable

from maturity.errors import UserError
from maturity.language import _

LOG, FIRST = "_delta_log", f"{0:020}.json"

log = logging.getLogger(__name__)


def seal(answers: Path, table: DeltaTable) -> None:
    """Copy what a commit has just written; where that fails, the commit stands all the same.

    What one who was killed, or an earlier version of us, left without a seal is taken as it is.
    """
    folder = sealed(answers)
    try:
        if folder.exists() and not _of_this_table(answers):
            rmtree(folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        known = sums(answers)
        lines = []
        for path in (*commits(answers), *files(table)):
            if path.name not in known:
                digest = sum_of(path)
                copy_whole(path, folder / path.name)
                lines.append(json.dumps([path.name, digest]) + "\n")
        with (folder / "sums").open("a", encoding="utf-8") as written:
            written.write("".join(lines))
    except OSError:
        log.exception("What was written to %s has no seal", answers)


def sealed(answers: Path) -> Path:
    """Return the folder of the copies, beside the table."""
    return answers.with_name(f"{answers.name}.seals")


def commits(answers: Path) -> list[Path]:
    """Return the files of the table's commits, the oldest first."""
    return sorted((answers / LOG).glob("[0-9]*.json"))


def files(table: DeltaTable) -> list[Path]:
    """Return the data files of a version."""
    return [Path(unquote(uri)) for uri in table.file_uris()]


def sums(answers: Path) -> dict[str, str]:
    """Return the sums by name of file; none where they are another table's.

    A line that was not written to its end counts for nothing.
    """
    path = sealed(answers) / "sums"
    if not path.exists() or not _of_this_table(answers):
        return {}
    found: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        try:
            name, digest = json.loads(line)
        except ValueError:
            continue
        found.setdefault(str(name), str(digest))
    return found


def broken_commits(answers: Path) -> list[Path]:
    """Return the commits that are gone, other than they were written, or no commits at all."""
    known, found = sums(answers), commits(answers)
    every = {path.name: path for path in found}
    every |= {name: answers / LOG / name for name in known if name.endswith(".json")}
    return [
        every[name]
        for name in sorted(every)
        if (broken(every[name], known) if name in known else not _readable(every[name]))
    ]


def broken_files(answers: Path, paths: Iterable[Path]) -> list[Path]:
    """Return the data files that are gone, or other than they were written."""
    known = sums(answers)
    return [path for path in paths if broken(path, known)]


def broken(path: Path, known: dict[str, str]) -> bool:
    """Tell whether a file is gone, or other than its sum says where it has one."""
    return not path.exists() or (path.name in known and known[path.name] != sum_of(path))


def refuse_damage(answers: Path, table: DeltaTable | None) -> None:
    """Raise UserError where something that the newest state of a table rests on is damaged."""
    wrong = broken_commits(answers) or (broken_files(answers, files(table)) if table else [])
    if wrong:
        raise damaged(wrong)


def damaged(wrong: Iterable[Path]) -> UserError:
    """Say which files are damaged, and the way back."""
    return UserError(
        _(
            "Svartabellen er skadet: {names}. Ingenting er slettet, og ingenting er lest inn. Den "
            "som drifter løsningen, kjører «python -m maturity.intake mend», som henter frem igjen "
            "det som var der."
        ).format(names=", ".join(path.name for path in wrong))
    )


def sum_of(path: Path) -> str:
    """Return the sum of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_whole(path: Path, to: Path) -> None:
    """Copy a file so that the copy is there whole or not at all, whoever else copies it too."""
    handle, part = mkstemp(dir=to.parent, suffix=".part")  # mode 600
    os.close(handle)
    try:
        copyfile(path, part)
        Path(part).replace(to)
    finally:
        Path(part).unlink(missing_ok=True)


def _of_this_table(answers: Path) -> bool:
    """Tell whether the seals are not those of a table that lay here before, and was deleted."""
    ids = {_id(folder / FIRST) for folder in (answers / LOG, sealed(answers))}
    return len(ids - {None}) <= 1


def _id(commit: Path) -> str | None:
    """Return the table's name for itself, from its first commit; None where that is not whole."""
    try:
        lines = [json.loads(line) for line in commit.read_text("utf-8").splitlines()]
        return next((str(it["metaData"]["id"]) for it in lines if "metaData" in it), None)
    except (OSError, ValueError):
        return None


def _readable(commit: Path) -> bool:
    try:
        lines = [json.loads(line) for line in commit.read_text("utf-8").splitlines()]
    except (OSError, ValueError):
        return False
    return any("commitInfo" in line for line in lines)

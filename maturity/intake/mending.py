"""The way back from a damaged table: what is damaged is put aside, and its copy in its place."""

from dataclasses import dataclass, field
from pathlib import Path

from maturity.seals import broken, broken_commits, commits, copy_whole, sealed, sums


@dataclass
class Mended:
    """What was found and done, by the names of files.

    `brought_back` came from their copies. `set_aside` are commits without one, and those that
    build on them: what they brought has to be taken in again. `lost` are files without a copy.
    """

    brought_back: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether all was whole."""
        return not (self.brought_back or self.set_aside or self.lost)


def mend(answers: Path) -> Mended:
    """Mend a table, all versions of it. Nothing is deleted: what is damaged gets another place."""
    found, known = Mended(), sums(answers)
    wrong = broken_commits(answers)
    lost = [path for path in wrong if not _has_copy(answers, path.name, known)]
    # What comes after a commit that is lost builds on it.
    aside = [path for path in commits(answers) if lost and path.name >= lost[0].name]
    for path in aside:
        _put_aside(answers, path)
        found.set_aside.append(path.name)
    files = [answers / name for name in known if name.endswith(".parquet")]
    for path in (*wrong, *(it for it in files if broken(it, known))):
        if path.name in found.set_aside:
            continue
        if not _has_copy(answers, path.name, known):
            found.lost.append(path.name)
            continue
        _put_aside(answers, path)
        copy_whole(sealed(answers) / path.name, path)
        found.brought_back.append(path.name)
    return found


def _has_copy(answers: Path, name: str, known: dict[str, str]) -> bool:
    return name in known and not broken(sealed(answers) / name, known)


def _put_aside(answers: Path, path: Path) -> None:
    if path.exists():
        aside = sealed(answers) / "damaged"
        aside.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.replace(aside / path.name)

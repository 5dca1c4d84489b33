"""What the command line tells once something is done."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from maturity.errors import Problem, UserError
from maturity.intake.imports import Import
from maturity.language import _, date, ngettext, number

if TYPE_CHECKING:  # it takes a moment to load, which the other commands do not need
    from maturity.intake.columns import Columns
    from maturity.intake.mending import Mended
    from maturity.intake.taking import Outcome

MOST_PLACES = 20  # rows that are listed for one and the same fault


def outcome(found: "Outcome") -> Iterator[str]:
    """Yield what an import or a check found, line by line."""
    yield counted(found)
    if found.why:
        yield found.why
    recognised = _("Kjent igjen som {layout}.").format(layout=found.columns.layout.name)
    yield " ".join([recognised, *matched(found.columns)])
    yield from brought(found.columns)
    yield from unused(found)


def counted(found: "Outcome") -> str:
    """Say how many answers of how many kommuner there are, and how many do not count."""
    checked = found.checked
    counts = [
        ngettext("{n} rad", "{n} rader", checked.counted),
        ngettext("{n} kommune", "{n} kommuner", len(checked.kommuner)),
    ]
    numbers = [checked.counted, len(checked.kommuner)]
    if checked.repeated:
        text = ngettext(
            "{n} erstattet av et senere svar fra samme person",
            "{n} erstattet av senere svar fra samme person",
            checked.repeated,
        )
        counts.append(text)
        numbers.append(checked.repeated)
    if checked.unfinished:
        counts.append(_("{n} uferdige utelatt"))
        numbers.append(checked.unfinished)
    told = ", ".join(
        text.format(n=number(n, digits=0)) for text, n in zip(counts, numbers, strict=True)
    )
    if found.version is None:
        return _("Kan leses inn: {counts}.").format(counts=told)
    return _("Lest inn som versjon {version}: {counts}.").format(version=found.version, counts=told)


def unused(found: "Outcome") -> Iterator[str]:
    """Yield which columns of a file nothing is made of."""
    for heading in found.columns.unmatched:
        yield _("Ikke brukt: kolonnen «{heading}»").format(heading=heading)
    for letter in sorted(found.checked.untitled):
        yield _("Ikke brukt: kolonne {letter}, som ikke har overskrift").format(letter=letter)


def matched(columns: "Columns") -> Iterator[str]:
    """Yield how many statements of which frameworks were found, where any were."""
    asked = [it.instrument for it in columns.statements.values()]
    names = [f"{it.label} ({asked.count(it.key)})" for it in columns.instruments]
    if names:
        yield _("Påstander: {names}.").format(names=", ".join(names))


def brought(columns: "Columns") -> Iterator[str]:
    """Yield by which rule numbers became points, and what was taken by its place alone."""
    if ends := columns.layout.scale:
        from maturity.intake.scale_agreed import scale_of

        alone = scale_of(columns)
        scales = [it.scale for it in columns.instruments] or ([alone] if alone else [])
        first, last = (number(it, digits=0 if it.is_integer() else 2) for it in ends)
        for scale in dict.fromkeys((it.min, it.max) for it in scales):
            yield _(
                "Tallene er regnet om: {first} blir {min}, {last} blir {max}, og det som er "
                "mellom, ligger like langt mellom dem som før."
            ).format(first=first, last=last, min=scale[0], max=scale[1])
    if columns.by_order:
        names = [columns.headings[i] for i in columns.statements]
        yield _(
            "Overskriftene {first} til {last} er bare numre: påstandene er kjent igjen på "
            "rekkefølgen i skjemaet. Se at det var den rekkefølgen de ble stilt i."
        ).format(first=names[0], last=names[-1])


def undone(entry: Import) -> str:
    """Say which import was undone."""
    return _(
        "Angret: {file} ({survey_round}, {rows}), lest inn {when} som versjon {version}."
    ).format(
        file=entry.source,
        survey_round=entry.survey_round,
        rows=_rows(entry),
        when=date(entry.when),
        version=entry.version,
    )


def history(entries: Sequence[Import]) -> Iterator[str]:
    """Yield a table of all imports and undoings, line by line."""
    if not entries:
        yield _("Ingenting er lest inn ennå.")
        return
    undoings = {entry.undoes for entry in entries}
    headings = (_("Versjon"), _("Når"), _("Hva"), _("Kartlegging"), _("Rader"), _("Fil"), _("Hvem"))
    table = [headings] + [
        (
            str(entry.version),
            f"{date(entry.when, style='short')} {entry.when:%H:%M}",
            done(entry, undone=entry.version in undoings),
            entry.survey_round,
            number(entry.rows, digits=0),
            entry.source,
            entry.who,
        )
        for entry in entries
    ]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    to_the_right = {0, 4}  # numbers
    for row in table:
        cells = [
            cell.rjust(width) if i in to_the_right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def done(entry: Import, *, undone: bool) -> str:
    """Say what a commit did, in a word or two."""
    if entry.action == "undo":
        return _("angret versjon {n}").format(n=entry.undoes)
    return _("lest inn, siden angret") if undone else _("lest inn")


def mended(found: "Mended") -> Iterator[str]:
    """Yield what was mended, and what has to be taken in again."""
    if found.nothing:
        yield _("Alt er helt.")
    for name in found.brought_back:
        yield _("Hentet frem igjen: {file}.").format(file=name)
    for name in found.set_aside:
        yield _("Lagt til side; det den førte med seg, må leses inn på nytt: {file}.").format(
            file=name
        )
    for name in found.lost:
        yield _("Har ingen kopi; hent den fra en sikkerhetskopi: {file}.").format(file=name)


def _rows(entry: Import) -> str:
    return ngettext("{n} rad", "{n} rader", entry.rows).format(n=number(entry.rows, digits=0))


def refusal(refused: UserError) -> Iterator[str]:
    """Yield why something was refused: what it is, then every fault with its places."""
    yield refused.message
    alike: dict[tuple[str | None, ...], list[Problem]] = {}
    for problem in refused.problems:
        alike.setdefault((problem.column, problem.found, problem.expected), []).append(problem)
    for problem, *others in alike.values():
        yield f"  {problem}"
        rows = [str(other.row) for other in others]
        if rows:
            more = ", …" if len(rows) > MOST_PLACES else ""
            yield "    " + ngettext(
                "Det samme står i {n} rad til: {rows}",
                "Det samme står i {n} rader til: {rows}",
                len(rows),
            ).format(n=number(len(rows), digits=0), rows=", ".join(rows[:MOST_PLACES]) + more)

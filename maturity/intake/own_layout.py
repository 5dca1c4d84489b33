"""A layout made in the dashboard: what somebody decided about a file, kept for the next like it."""

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from maturity.errors import Problem, UserError
from maturity.intake.fields import field_names, means_alone
from maturity.intake.headings import plain
from maturity.intake.layouts import (
    Layout,
    MeansColumns,
    MeansLayout,
    PeopleColumns,
    PeopleLayout,
    read_layout,
)
from maturity.language import _
from maturity.settings import layouts_path


def layout_of(
    means: Mapping[int, str], headings: Sequence[str], *, like: Layout | None, file: str
) -> PeopleLayout | MeansLayout:
    """Return the layout in which columns mean what was chosen for them: of people, or of means.

    `means` says it by the number of the column: a field, a statement's codes, or nothing. `like`
    is the layout that fits otherwise: when a submission counts, and what the answers are called.
    Raises UserError where two columns are the same field, two with the same heading differ, none is
    the kommune, or one of those is missing that a mean has.
    """
    chosen = {index: code for index, code in means.items() if code}
    fields = {code: headings[i] for i, code in chosen.items() if code in field_names()}
    _refuse_twins(chosen, headings)
    if "kommune" not in fields:
        raise UserError(_("Velg hvilken kolonne som er kommunen."))
    statements = {headings[i]: code for i, code in chosen.items() if code not in field_names()}
    used = {headings[i] for i in chosen}
    named: dict[str, Any] = {
        **_named(headings, file=file),
        "ignored": tuple(dict.fromkeys(it for it in headings if it and it not in used)),
    }
    if fields.keys() & set(means_alone()):
        return _of_means(fields, statements, like=like, named=named)
    if not statements:
        raise UserError(_("Velg minst én kolonne som er en påstand."))
    people = like if isinstance(like, PeopleLayout) else None
    return PeopleLayout(
        kind="people",
        **named,
        columns=PeopleColumns(**{field: (heading,) for field, heading in fields.items()}),
        statements=statements,
        unfinished_without_time=bool(people and people.unfinished_without_time),
        finished_when=people.finished_when if people else (),
        answers=people.answers if people else {},
        scale=people.scale if people else None,
        kommuner=people.kommuner if people else {},
    )


def _of_means(
    fields: Mapping[str, str],
    statements: Mapping[str, str],
    *,
    like: Layout | None,
    named: Mapping[str, Any],
) -> MeansLayout:
    needed = [code for code, it in MeansColumns.model_fields.items() if it.is_required()]
    names = field_names()
    missing = [names[code] for code in needed if code not in fields]
    foreign = [names[code] for code in fields if code not in MeansColumns.model_fields]
    if missing:
        message = _("En fil med gjennomsnitt trenger også: {names}.")
        raise UserError(message.format(names=", ".join(missing)))
    if statements or foreign:
        message = _("En fil med gjennomsnitt har ikke svar fra personer. Ta bort: {names}.")
        raise UserError(message.format(names=", ".join([*foreign, *statements])))
    means = like if isinstance(like, MeansLayout) else None
    return MeansLayout(
        kind="means",
        **named,
        columns=MeansColumns(**{field: (heading,) for field, heading in fields.items()}),
        scale=means.scale if means else None,
        kommuner=means.kommuner if means else {},
    )


def renamed(
    layout: PeopleLayout | MeansLayout, headings: Sequence[str], *, file: str
) -> PeopleLayout | MeansLayout:
    """Return a layout that was added to, as one of its own: known by the headings of this file."""
    return layout.model_copy(update=_named(headings, file=file))


def written(layout: PeopleLayout | MeansLayout) -> bytes:
    """Return a layout as TOML, as it lies among the others."""
    content = layout.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return tomli_w.dumps(content).encode()


def keep(layout: PeopleLayout | MeansLayout) -> Path:
    """Keep a layout beside the answers, whole or not at all, and return where.

    Raises UserError where that cannot be done.
    """
    folder = layouts_path()
    path = folder / f"{layout.key}.toml"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(written(layout))
        Path(part).replace(path)
    except OSError as fault:
        message = _("Får ikke tatt vare på oppsettet ({cause}).")
        raise UserError(message.format(cause=fault.strerror)) from fault
    read_layout(path)  # what cannot be read again would bar the way for every import
    return path


def is_kept(layout: Layout) -> bool:
    """Tell whether a layout lies beside the answers: it was made in the dashboard."""
    return (layouts_path() / f"{layout.key}.toml").is_file()


def forget(layout: Layout) -> None:
    """Remove a layout from beside the answers. Raises UserError where that cannot be done."""
    try:
        (layouts_path() / f"{layout.key}.toml").unlink(missing_ok=True)
    except OSError as fault:
        message = _("Får ikke fjernet oppsettet ({cause}).")
        raise UserError(message.format(cause=fault.strerror)) from fault


def _named(headings: Sequence[str], *, file: str) -> dict[str, object]:
    """Return key, name and signs of a layout for these headings: the same for the same headings."""
    distinct = tuple(dict.fromkeys(it for it in headings if it))
    digest = hashlib.sha256("\n".join(distinct).encode()).hexdigest()[:8]
    return {
        "key": f"eget-{digest}",
        "name": _("oppsettet laget av «{file}»").format(file=file),
        "recognised_by": tuple((it,) for it in distinct),
    }


def _refuse_twins(chosen: Mapping[int, str], headings: Sequence[str]) -> None:
    twice = [code for code, count in Counter(chosen.values()).items() if count > 1]
    same = Counter(plain(it) for it in headings if it)
    problems = [
        Problem(column=headings[i], found=code, expected=_("at bare én kolonne er dette"))
        for i, code in chosen.items()
        if code in twice
    ]
    problems += [
        Problem(
            column=headings[i],
            found=headings[i],
            expected=_("en overskrift som ingen annen kolonne har"),
        )
        for i in chosen
        if same[plain(headings[i])] > 1
    ]
    if problems:
        message = _("To kolonner kan ikke være det samme.")
        raise UserError(message, problems=tuple(problems))

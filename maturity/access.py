"""Who is asking, and what they may see: decided here, obeyed by every query."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from maturity.claims import Person
from maturity.errors import UserError
from maturity.language import _
from maturity.roles import See


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """A reader's rights; nothing of the person, so that those with the same rights are alike.

    `kommuner` are seen whole: by name, with their people's spread, barriers and comments. Of those
    in `opened`, with a framework each, the profile is seen: mean and number of answers. `others`
    count in groups and are not seen. `own` are the viewer's own kommuner. What was opened `once`
    and is no longer is not seen, but may be remembered.
    """

    role: str
    kommuner: frozenset[str]
    own: frozenset[str] = frozenset()
    opened: frozenset[tuple[str, str]] = frozenset()
    once: frozenset[tuple[str, str]] = frozenset()
    others: frozenset[str] = frozenset()
    unnamed: bool = False  # whether single scores of `others` may be shown without a name
    invented_only: bool = True

    @cached_property
    def named(self) -> frozenset[str]:
        """The kommuner of whom something may be seen by name."""
        return self.kommuner | {kommune for kommune, _instrument in self.opened}

    @cached_property
    def counted(self) -> frozenset[str]:
        """The kommuner that count in a group's score."""
        return self.kommuner | self.named | self.others

    def knows(self, instrument: str) -> frozenset[str]:
        """Return the kommuner whose scores on a framework may be seen by name."""
        return self.kommuner | {code for code, of in self.opened if of == instrument}

    def remembers(self, instrument: str) -> frozenset[str]:
        """Return the kommuner whose scores were seen and may not be any more: all, some or none."""
        return frozenset(code for code, of in self.once if of == instrument)

    def knows_all(self, instruments: Iterable[str]) -> bool:
        """Tell whether everybody's scores on these frameworks may be seen by name."""
        return all(self.counted <= self.knows(instrument) for instrument in instruments)


def viewer_of(
    person: Person,
    *,
    see: See,
    kommuner: frozenset[str],
    instruments: Collection[str],
    shared: frozenset[tuple[str, str]] = frozenset(),
    once: frozenset[tuple[str, str]] = frozenset(),
) -> Viewer:
    """Return the rights of somebody who has signed in.

    `see` is what kommuner may see of each other, `kommuner` and `instruments` are all there are,
    `shared` the profiles that this person's kommuner, or everybody, have been let see, and `once`
    those that they could see before.
    """
    if person.role == "staff":
        return Viewer(role="staff", kommuner=kommuner, invented_only=False)
    everyones = frozenset(product(kommuner, instruments)) if see == "named" else frozenset()
    own = person.own & kommuner
    opened = frozenset((code, of) for code, of in everyones | shared if code not in own)
    return Viewer(
        role=person.role,
        kommuner=own,
        own=own,
        opened=opened,
        once=frozenset((code, of) for code, of in once - opened if code not in own),
        others=kommuner - own,
        unnamed=see != "own",
        invented_only=False,
    )


def demo_viewer(kommuner: frozenset[str], *, all_invented: bool) -> Viewer:
    """Return the viewer of invented data; refuse where a single answer is real."""
    if not all_invented:
        raise UserError(
            _("Dataene er ekte, og innlogging er ikke satt opp. Derfor vises ingen resultater.")
        )
    return Viewer(role="demo", kommuner=kommuner)

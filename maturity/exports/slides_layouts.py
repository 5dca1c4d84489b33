"""Where everything stands on the slides, and how large it is: the places of each layout.

All measures are in inches.
"""

from dataclasses import dataclass

from maturity.language import _

WIDTH, HEIGHT = 13.333, 7.5
LEFT, ROOM = 0.6, 12.13  # where the content begins, and its breadth
CONTENT, CONTENT_END = 2.15, 6.3
TITLE_SMALLER = 24  # points: of a long message, so that it takes no more than two lines
FONT = "Arial"  # on every machine that shows slides; LibreOffice has one of the same breadths

# Placeholders' numbers, the same in every layout.
TITLE, BELOW, CONTENT_AT, SOURCE, NOTICE, QR, NUMBER = 0, 10, 11, 12, 13, 14, 15
LAYOUTS = {"title": 0, "chart": 1, "table": 2, "radar": 3}


@dataclass(frozen=True, kw_only=True)
class Place:
    """A placeholder of a layout: what it holds, its number, where it stands, its text's look."""

    kind: str
    number: int
    name: str
    box: tuple[float, float, float, float]  # left, top, breadth, height
    size: float = 18  # points
    colour: str = "tx1"
    bold: bool = False
    anchor: str = "t"
    align: str = "l"


def _head() -> tuple[Place, ...]:
    return (
        Place(
            kind="title",
            number=TITLE,
            name=_("Overskrift"),
            box=(LEFT, 0.55, ROOM, 0.95),
            size=28,
            bold=True,
            anchor="ctr",
        ),
        Place(
            kind="body",
            number=NOTICE,
            name=_("Merknad"),
            box=(LEFT, 0.22, ROOM, 0.38),
            size=16,
            colour="accent6",
            bold=True,
            anchor="ctr",
        ),
    )


def _foot() -> tuple[Place, ...]:
    return (
        Place(
            kind="body",
            number=SOURCE,
            name=_("Kilde"),
            box=(LEFT, 6.4, 10.0, 0.85),
            size=12,
            colour="tx2",
            anchor="b",
        ),
        Place(kind="pic", number=QR, name=_("QR-kode"), box=(11.74, 6.32, 0.99, 0.99), size=12),
        Place(
            kind="sldNum",
            number=NUMBER,
            name=_("Sidetall"),
            box=(10.7, 6.85, 0.9, 0.4),
            size=12,
            colour="tx2",
            anchor="b",
            align="r",
        ),
    )


def master() -> tuple[Place, ...]:
    """Return the places that all layouts have in common."""
    body = Place(
        kind="body",
        number=1,
        name=_("Innhold"),
        box=(LEFT, CONTENT, ROOM, CONTENT_END - CONTENT),
    )
    return (_head()[0], body, _foot()[2])


def front() -> tuple[Place, ...]:
    """Return the layout of the first slide."""
    title = Place(
        kind="ctrTitle",
        number=TITLE,
        name=_("Tittel"),
        box=(LEFT, 2.0, ROOM, 1.6),
        size=44,
        bold=True,
        anchor="b",
    )
    below = Place(
        kind="subTitle",
        number=1,
        name=_("Undertittel"),
        box=(LEFT, 3.95, ROOM, 1.2),
        size=24,
        colour="tx2",
    )
    return (title, below, _head()[1], *_foot()[:2])


def figure(kind: str) -> tuple[Place, ...]:
    """Return the layout of a broad figure: "chart", or "tbl" for a table."""
    box = (LEFT, CONTENT, ROOM, CONTENT_END - CONTENT)
    below = Place(
        kind="body",
        number=BELOW,
        name=_("Hva figuren viser"),
        box=(LEFT, 1.55, ROOM, 0.58),
        colour="tx2",
    )
    content = Place(kind=kind, number=CONTENT_AT, name=_("Figur"), box=box)
    return (*_head(), below, content, *_foot())


def radar() -> tuple[Place, ...]:
    """Return the layout of a round figure: as high as can be, the words beside it."""
    box = (LEFT, 1.7, 8.3, 4.65)
    content = Place(kind="chart", number=CONTENT_AT, name=_("Figur"), box=box)
    beside = Place(
        kind="body",
        number=BELOW,
        name=_("Hva figuren viser"),
        box=(9.1, 1.7, WIDTH - 9.1 - LEFT, 4.5),
        colour="tx2",
        anchor="ctr",
    )
    return (*_head(), beside, content, *_foot())

"""The slides' own master: where everything stands, how large it is, and in which colours.

It is built from python-pptx's empty presentation: wide, with three layouts instead of eleven and
a theme in the page's colours. All measures are in inches.
"""

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

import pptx
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from maturity.charts.colours import palette, styles
from maturity.language import _

WIDTH, HEIGHT = 13.333, 7.5
LEFT, ROOM = 0.6, 12.13  # where the content begins, and its breadth
CONTENT, CONTENT_END = 2.05, 6.3
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


def template() -> Any:
    """Return an empty presentation with the master and its layouts."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _drop(presentation.part.package._rels, "thumbnail")
    _drop(presentation.part.rels, "printerSettings")
    for layout in list(presentation.slide_layouts)[len(LAYOUTS) :]:
        presentation.slide_layouts.remove(layout)
    master = presentation.slide_master
    _lay(master, _("Digital modenhet"), _master())
    _write(master)
    _colour(master)
    names = (_("Forside"), _("Diagram"), _("Tabell"), _("Radar"))
    layouts = (_front(), _figure("chart"), _figure("tbl"), _radar())
    for layout, name, places in zip(presentation.slide_layouts, names, layouts, strict=True):
        _lay(layout, name, places)
        layout._element.attrib.pop("type", None)
    presentation.slide_layouts[0]._element.cSld.spTree.append(_stroke())
    return presentation


def rgb(colour: str) -> RGBColor:
    """Return a hexadecimal colour as slides have it."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def _drop(relations: Any, kind: str) -> None:
    for key in [key for key, rel in relations.items() if rel.reltype.endswith(f"/{kind}")]:
        relations.pop(key)


def _head() -> tuple[Place, ...]:
    return (
        Place(
            kind="title",
            number=TITLE,
            name=_("Overskrift"),
            box=(LEFT, 0.6, ROOM, 0.95),
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


def _master() -> tuple[Place, ...]:
    body = Place(
        kind="body",
        number=1,
        name=_("Innhold"),
        box=(LEFT, CONTENT, ROOM, CONTENT_END - CONTENT),
    )
    return (_head()[0], body, _foot()[2])


def _front() -> tuple[Place, ...]:
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
        box=(LEFT, 3.75, ROOM, 1.4),
        size=24,
        colour="tx2",
    )
    return (title, below, _head()[1], *_foot()[:2])


def _stroke() -> Any:
    """Return the stroke of colour above the front's title, which means nothing to a listener."""
    left, top, breadth, height = (Inches(measure) for measure in (LEFT, 1.75, 1.4, 0.1))
    return parse_xml(
        f'<p:sp {nsdecls("a", "p")}><p:nvSpPr><p:cNvPr id="90" name=""/><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{breadth}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        f"<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _figure(kind: str) -> tuple[Place, ...]:
    box = (LEFT, CONTENT, ROOM, CONTENT_END - CONTENT)
    below = Place(
        kind="body",
        number=BELOW,
        name=_("Hva figuren viser"),
        box=(LEFT, 1.55, ROOM, 0.45),
        colour="tx2",
    )
    content = Place(kind=kind, number=CONTENT_AT, name=_("Figur"), box=box)
    return (*_head(), below, content, *_foot())


def _radar() -> tuple[Place, ...]:
    """Return the layout of a round figure: as high as can be, the words beside it."""
    box = (LEFT, 1.6, 8.3, 4.75)
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


def _lay(owner: Any, name: str, places: tuple[Place, ...]) -> None:
    """Give a master or layout these placeholders and no others."""
    common = owner._element.cSld
    common.set("name", name)
    tree = common.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for at, place in enumerate(places, start=2):
        tree.append(_placeholder(place, at))


def _placeholder(place: Place, at: int) -> Any:
    left, top, breadth, height = (Inches(measure) for measure in place.box)
    field = '<a:fld id="{5E2C1C1E-7B4F-4F6B-9C55-0B5B2D1E6C10}" type="slidenum">'
    text = f"<a:r><a:rPr/><a:t>{escape(place.name)}</a:t></a:r>"
    if place.kind == "sldNum":
        text = f"{field}<a:rPr/><a:t>‹#›</a:t></a:fld>"
    index = f' idx="{place.number}"' if place.number else ""
    return parse_xml(
        f"<p:sp {nsdecls('a', 'p')}><p:nvSpPr>"
        f'<p:cNvPr id="{at}" name="{escape(place.name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{breadth}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{place.anchor}">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>"
        f'<a:lvl1pPr marL="0" indent="0" algn="{place.align}"><a:buNone/>'
        f'<a:defRPr sz="{Pt(place.size).centipoints}" b="{int(place.bold)}"><a:solidFill>'
        f'<a:schemeClr val="{place.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        f"<a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _write(master: Any) -> None:
    """Set the master's text styles: headings to the left, no bullets, nothing small."""
    look = master._element.find(qn("p:txStyles"))
    for style, size, bold in (("titleStyle", 28, True), ("bodyStyle", 18, False)):
        for level in look.find(qn(f"p:{style}")):
            level.set("algn", "l")
            run = level.find(qn("a:defRPr"))
            run.set("sz", str(Pt(size).centipoints))
            run.set("b", str(int(bold)))


def _colour(master: Any) -> None:
    """Put the page's colours and font into the theme, so that what people add fits."""
    part = next(rel.target_part for rel in master.part.rels.values() if "/theme" in rel.reltype)
    theme = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    theme.set("name", _("Digital modenhet"))
    page = palette(dark=False)
    series = [style.colour for style in styles(["kommune"] * 5, dark=False)]
    colours = [page.text, page.background, page.muted, page.surface, *series, page.notice]
    colours += [series[0], page.muted]
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    scheme.set("name", _("Digital modenhet"))
    for place, colour in zip(scheme, colours, strict=True):
        for old in list(place):
            place.remove(old)
        etree.SubElement(place, qn("a:srgbClr")).set("val", colour.lstrip("#").upper())
    fonts = theme.find(f".//{qn('a:fontScheme')}")
    fonts.set("name", FONT)
    for kind in ("a:majorFont", "a:minorFont"):
        fonts.find(qn(kind)).find(qn("a:latin")).set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)

"""The slides' own master, in the page's colours.

It is built from python-pptx's empty presentation: wide, with four layouts instead of eleven.
"""

from typing import Any
from xml.sax.saxutils import escape

import pptx
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from maturity.charts.colours import palette, styles
from maturity.exports.slides_layouts import (
    FONT,
    HEIGHT,
    LAYOUTS,
    LEFT,
    WIDTH,
    Place,
    figure,
    front,
    master,
    radar,
)
from maturity.language import _


def template() -> Any:
    """Return an empty presentation with the master and its layouts."""
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _drop(presentation.part.package._rels, "thumbnail")
    _drop(presentation.part.rels, "printerSettings")
    for layout in list(presentation.slide_layouts)[len(LAYOUTS) :]:
        presentation.slide_layouts.remove(layout)
    owner = presentation.slide_master
    _lay(owner, _("Digital modenhet"), master())
    _write(owner)
    _colour(owner)
    names = (_("Forside"), _("Diagram"), _("Tabell"), _("Radar"))
    layouts = (front(), figure("chart"), figure("tbl"), radar())
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


def _stroke() -> Any:
    """Return the stroke of colour below the front's title, which means nothing to a listener."""
    left, top, breadth, height = (Inches(measure) for measure in (LEFT, 3.7, 1.4, 0.09))
    return parse_xml(
        f'<p:sp {nsdecls("a", "p")}><p:nvSpPr><p:cNvPr id="90" name=""/><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{breadth}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f'</a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        f"<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


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

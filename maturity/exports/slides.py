"""Views as slides that stay editable: native charts and tables with their numbers inside."""

import io
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any
from urllib.parse import urlencode

import segno
from pptx.oxml.ns import qn
from pptx.util import Pt

from maturity.exports import slides_layouts as places
from maturity.exports.native import Native
from maturity.exports.native_kinds import native
from maturity.exports.native_multiples import key_of, multiples
from maturity.exports.pack_figure import signs
from maturity.exports.slides_charts import insert_chart
from maturity.exports.slides_grid import grid
from maturity.exports.slides_measures import Sheet, sheets
from maturity.exports.slides_multiples import Smalls, insert_multiples, shared
from maturity.exports.slides_tables import insert_table
from maturity.exports.slides_template import template
from maturity.exports.view_words import (
    SHORT,
    headline,
    language_tag,
    last_sentence,
    source,
    title_of,
)
from maturity.exports.view_words import notes as notes_of
from maturity.fingerprint import fingerprint
from maturity.language import _
from maturity.view import View

SAME_SIGNS = frozenset(("agreement", "heat_map", "participation", "radar", "theme_grid"))
WAYS = frozenset(("dumbbell", "staircase"))  # whose findings end with what is missing
Content = Native | Sheet | Smalls
MOST = 6  # slides of one view: a longer table is for a spreadsheet


def write_slides(
    views: Sequence[View],
    *,
    title: str | None = None,
    notes: Sequence[str] = (),
    messages: Sequence[str] = (),
    base_address: str | None = None,
    page_of: Callable[[str], str] = str,
    same_at: str | None = None,
) -> bytes:
    """Return a presentation: a front, then a slide for each view, more where a table needs them.

    `title` is the deck's, or else its only view's. `notes` and `messages` are the speaker's own,
    one a view from the first; the quiet panel's text follows the notes, and a message stands above
    its figure in the place of the first sentence on it.
    `base_address` is where the dashboard is found ("https://…/"), and `page_of` returns where a
    view's address is found in it: each slide then has a QR code to its view, where that tells no
    hidden name, and the front one to `same_at`, where all are. Each has its numbers' fingerprint
    beside their source, which leads to where it can be checked.
    """
    presentation, title = template(), title or title_of(views)
    _front(presentation, views, title=title, address=same_at or base_address)
    for at, view in enumerate(views):
        own, said_above = ("".join(texts[at : at + 1]) for texts in (notes, messages))
        found = base_address and view.again
        address = f"{base_address}{page_of(view.address)}" if found else None
        message, below, rest = headline(view, own=said_above)
        every = list(_contents(view))
        contents, whole = every[:MOST], len(every) <= MOST
        for at, content in enumerate(contents, start=1):
            layout = _layout(content)
            slide = _slide(presentation, layout)
            _fill(slide, places.TITLE, message)
            _fit(slide, message)
            if len(contents) > 1:
                said = (
                    _("{title} ({part} av {parts})")
                    if whole
                    else _("{title} ({part} av {parts}; alt står i Excel-filen)")
                )
                _fill(slide, places.BELOW, said.format(title=below, part=at, parts=len(every)))
            else:
                _fill(
                    slide, places.BELOW, f"{below}\n{rest}".strip() if layout == "radar" else below
                )
            said = f"{_key(content, view)} {source(view, fingerprint=None)}".lstrip()
            _fill(slide, places.SOURCE, said)
            _mark(slide, view, base_address)
            _fill(slide, places.NOTICE, _notice(view))
            _code(slide, address)
            _insert(slide, content, view)
            slide.notes_slide.notes_text_frame.text = notes_of(view, own=own, address=address)
    _say_of_itself(presentation, views, title=title)
    _set_language(presentation)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def _contents(view: View) -> Iterator[Content]:
    drawn = native(view)
    if drawn is not None:
        yield drawn
    elif view.kind == "profile_multiples":
        yield from shared(multiples(view))
    else:
        yield from sheets(grid(view))


def _layout(content: Content) -> str:
    if isinstance(content, Sheet):
        return "table"
    return "radar" if isinstance(content, Native) and content.form == "radar" else "chart"


def _key(content: Content, view: View) -> str:
    """Return what the signs of a figure mean, and why numbers are missing that it would show."""
    if isinstance(content, tuple):
        return key_of(view)
    if view.kind in SAME_SIGNS:
        return signs(view)
    if isinstance(content, Sheet):
        return ""
    lacks = view.kind in WAYS and any(None in line.values for line in content.lines)
    return last_sentence(view.finding) if lacks else content.key


def _insert(slide: Any, content: Content, view: View) -> None:
    place = _place(slide, places.CONTENT_AT)
    if isinstance(content, tuple):
        for frame, small in zip(insert_multiples(slide, place, content), content, strict=True):
            _describe(frame, small.name, small.words)
        return
    if isinstance(content, Sheet):
        frame = insert_table(place, content)
    else:
        frame = insert_chart(place, content)
    _describe(frame, view.title, view.finding)


def _front(presentation: Any, views: Sequence[View], *, title: str, address: str | None) -> None:
    slide = _slide(presentation, "title")
    versions = sorted({view.version for view in views})
    _fill(slide, places.TITLE, title)
    words = _("Dataversjon {version}").format(version=", ".join(map(str, versions)))
    _fill(slide, 1, words if versions else "")
    _fill(slide, places.SOURCE, _("Grunnlag for samtale, ikke en rangering."))
    _fill(slide, places.NOTICE, next((text for view in views if (text := _notice(view))), ""))
    _code(slide, address)


def _notice(view: View) -> str:
    return f"◆ {view.about.notice}" if view.about.notice else ""


def _slide(presentation: Any, layout: str) -> Any:
    """Return a new slide with all of its layout's placeholders, the number of the slide too."""
    chosen = presentation.slide_layouts[places.LAYOUTS[layout]]
    slide = presentation.slides.add_slide(chosen)
    for place in chosen.placeholders:
        if place.placeholder_format.idx == places.NUMBER:
            number = deepcopy(place._element)
            for old in list(number.spPr):
                number.spPr.remove(old)
            number.nvSpPr.cNvPr.set("id", str(max(s.shape_id for s in slide.shapes) + 1))
            slide.shapes._spTree.append(number)
    return slide


def _place(slide: Any, number: int) -> Any:
    return next(it for it in slide.placeholders if it.placeholder_format.idx == number)


def _fill(slide: Any, number: int, text: str) -> None:
    """Write into a placeholder; one without a text is taken away, or it would ask for one."""
    place = _place(slide, number)
    if text:
        place.text_frame.text = text
    else:
        place._element.getparent().remove(place._element)


def _fit(slide: Any, message: str) -> None:
    """Write a long message smaller, so that it takes two lines."""
    if len(message) > SHORT:
        for run in _place(slide, places.TITLE).text_frame.paragraphs[0].runs:
            run.font.size = Pt(places.TITLE_SMALLER)


def _mark(slide: Any, view: View, base_address: str | None) -> None:
    """Put the numbers' fingerprint after their source, with the way to where it is checked."""
    found = fingerprint(view)
    run = _place(slide, places.SOURCE).text_frame.paragraphs[-1].add_run()
    run.text = " " + _("Fingeravtrykk: {fingerprint}.").format(fingerprint=found)
    if base_address:
        asked = urlencode({"f": found} | ({"figur": view.address} if view.again else {}))
        run.hyperlink.address = f"{base_address}sjekk?{asked}"


def _code(slide: Any, address: str | None) -> None:
    """Put a QR code to an address into its place, which can be clicked too."""
    place = _place(slide, places.QR)
    if not address:
        place._element.getparent().remove(place._element)
        return
    image = io.BytesIO()
    segno.make(address, error="m").save(image, kind="png", scale=8, border=2)
    image.seek(0)
    picture = place.insert_picture(image)
    picture.click_action.hyperlink.address = address
    _describe(picture, _("QR-kode"), _("QR-kode til {address}").format(address=address))


def _describe(shape: Any, name: str, words: str) -> None:
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", name)
    properties.set("descr", words)


def _say_of_itself(presentation: Any, views: Sequence[View], *, title: str) -> None:
    about = presentation.core_properties
    about.title, about.author, about.last_modified_by = title, _("Digital modenhet i Nordland"), ""
    about.language = language_tag()
    about.comments = next((view.about.notice for view in views if view.about.notice), "")
    about.revision = 1


def _set_language(presentation: Any) -> None:
    """Say of every text which language it is in, for spelling and for those who hear it."""
    tag = language_tag()
    slides = list(presentation.slides)
    owners = [presentation.slide_master, *presentation.slide_layouts, *slides]
    owners += [slide.notes_slide for slide in slides if slide.has_notes_slide]
    roots = [owner._element for owner in owners]
    for slide in slides:
        roots += [s.chart._chartSpace for s in slide.shapes if s.has_chart]
    for root in roots:
        for run in root.iter(qn("a:r")):
            run.get_or_add_rPr()
        for look in root.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
            look.set("lang", tag)

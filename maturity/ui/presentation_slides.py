"""The views of a presentation in their order: moved, taken out, with words of the presenter's."""

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.deck import MOST, Deck, Slide
from maturity.language import _
from maturity.ui import session_deck
from maturity.ui.letters import escaped
from maturity.views.decks import Shown, told_apart
from maturity.views.steps import Step, steps

SIGNS = {"up": "↑", "down": "↓", "out": "✕"}
# What a button does is written in it for who listens; eyes see a sign that nobody reads aloud.
UNSEEN = f"""<style>
:is({", ".join(f'[class*="st-key-slide-{what}-"]' for what in SIGNS)}) button {{ min-width: 2rem;
  justify-content: center; font-size: 1.25rem;
  [data-testid="stMarkdownContainer"] {{ position: absolute; width: 1px; height: 1px;
    overflow: hidden; clip-path: inset(50%); white-space: nowrap; }} }}
{
    " ".join(
        f'[class*="st-key-slide-{what}-"] button::before {{ content: "{sign}" / ""; }}'
        for what, sign in SIGNS.items()
    )
}
</style>"""


def slides(deck: Deck, *, shown: tuple[Shown, ...], data: queries.Data, viewer: Viewer) -> None:
    """List the views, each with what can be done with it."""
    st.html(UNSEEN)
    names = _names(shown, deck)
    for at, (it, words) in enumerate(zip(shown, names, strict=True)):
        with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
            with st.container(width="stretch", gap=None):
                st.text(f"{at + 1}. {words}")
                if it.view is None:
                    st.text(_("Vises ikke:"))
                    st.text(it.refused)
                elif it.slide.title:
                    st.text(_("Din tittel"))
            _more(deck, at, data=data, viewer=viewer)
            with st.container(horizontal=True, width="content", gap=None):
                _button(at, what="up", called=words, off=at == 0)
                _button(at, what="down", called=words, off=at == len(shown) - 1)
                _button(at, what="out", called=words, off=False)


def _names(shown: tuple[Shown, ...], deck: Deck) -> list[str]:
    """Return what each view is called; those of one title have their framework in it."""
    views = iter(told_apart([it.view for it in shown if it.view is not None]))
    titles = [
        it.slide.address.partition("?")[0] if it.view is None else next(views).title for it in shown
    ]
    own = [session_deck.told(it.slide.title) for it in shown]
    return [said or title for said, title in zip(own, titles, strict=True)]


def _button(at: int, *, what: str, called: str, off: bool) -> None:
    words = {
        "up": _("Flytt «{title}» opp"),
        "down": _("Flytt «{title}» ned"),
        "out": _("Fjern «{title}»"),
    }[what]
    said = escaped(words.format(title=called))
    st.button(
        said,
        key=f"slide-{what}-{at}",
        help=said,
        disabled=off,
        type="tertiary",
        on_click=_moved,
        args=(at, what),
    )


def _moved(at: int, what: str) -> None:
    deck = session_deck.gathered()
    order = list(deck.slides)
    if at >= len(order):
        return  # changed in another window meanwhile
    slide = order.pop(at)
    if what != "out":
        order.insert(at - 1 if what == "up" else at + 1, slide)
    session_deck.put(deck.model_copy(update={"slides": tuple(order)}))


def _more(deck: Deck, at: int, *, data: queries.Data, viewer: Viewer) -> None:
    """Offer to write a title and notes, and to add a step to the view or from it."""
    slide = deck.slides[at]
    with st.popover(
        _("Notat") if not slide.notes else _("Notat ✓"),
        key=f"slide-words-{at}",
        icon=":material/edit_note:",
        type="tertiary",
        on_change="rerun",
        help=_("Tittel og notater: {number}").format(number=at + 1),
    ) as place:
        if not place.open:
            return
        keys = (f"slide-title-{at}-{slide.address}", f"slide-notes-{at}-{slide.address}")
        st.text_input(
            _("Egen tittel"), session_deck.told(slide.title), key=keys[0], max_chars=200,
            on_change=_said, args=(at, *keys), placeholder=_("Budskapet i figuren"),
        )  # fmt: skip
        st.text_area(
            _("Notater til taleren"), session_deck.told(slide.notes), key=keys[1], max_chars=4000,
            on_change=_said, args=(at, *keys), height=200,
        )  # fmt: skip
        found = {it.label: it for it in steps(slide.address, data=data, viewer=viewer)}
        if found:
            key = f"slide-step-{at}-{slide.address}"
            st.selectbox(
                _("Vis også figuren for"),
                list(found),
                index=None,
                key=key,
                on_change=_stepped,
                args=(at, key, found),
                help=_("Under visningen beveger den ene figuren seg over i den andre."),
            )


def _stepped(at: int, key: str, found: dict[str, Step]) -> None:
    deck, step = session_deck.gathered(), found.get(st.session_state[key])
    if step is None or len(deck.slides) >= MOST:
        return
    order = list(deck.slides)
    order.insert(at if step.before else at + 1, Slide(address=step.address))
    session_deck.put(deck.model_copy(update={"slides": tuple(order)}))


def _said(at: int, title: str, notes: str) -> None:
    deck = session_deck.gathered()
    order = list(deck.slides)
    if at >= len(order):
        return
    order[at] = Slide(
        address=order[at].address,
        title=st.session_state.get(title, order[at].title),
        notes=st.session_state.get(notes, order[at].notes),
    )
    session_deck.put(deck.model_copy(update={"slides": tuple(order)}))

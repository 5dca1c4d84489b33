"""The preview: what taking a file in would do, and the one button that does it."""

import streamlit as st

from maturity.intake.attempt import Attempt, attempt
from maturity.intake.brought import Brought
from maturity.intake.own_layout import keep
from maturity.intake.taking import Outcome, Round
from maturity.intake.telling import MOST_PLACES, counted, unused
from maturity.language import _
from maturity.ui.importing import Importer
from maturity.ui.intake_refused import refused
from maturity.ui.letters import escaped
from maturity.ui.table import written
from maturity.ui.working import watched
from maturity.views.intake_trying import Tried, taken, tried, version_now


def try_it(file: Brought, round_: Round, *, who: Importer, key: str) -> Attempt[Tried] | None:
    """Return what taking a file in would do, worked out once for each way of doing it.

    None: the reader has stopped it.
    """
    decisions, viewer = file.decisions, who.viewer
    asked = ("tried", repr(round_), repr(decisions), version_now())
    if file.stopped and asked not in file.found:
        st.text(_("Stoppet. Ingenting er lest inn."))
        st.button(_("Prøv igjen"), on_click=file.go_on, key=f"{key}-go-on")
        return None
    found: Attempt[Tried] = file.once(
        asked,
        lambda: watched(
            lambda watch: attempt(
                lambda: tried(file.path, round_, decisions=decisions, viewer=viewer, watch=watch)
            ),
            stop=file.stop,
            key=f"{key}-stop-trying",
        ),
    )
    return found


def preview(file: Brought, found: Tried, *, key: str) -> None:
    """Show the effect: people, thresholds, what is replaced, scores before and after."""
    if file.previewed not in (None, found.version):
        st.warning(_("Svarene er endret siden sist. Slik er virkningen nå; ingenting er lest inn."))
    file.previewed = found.version
    st.subheader(_("Dette skjer hvis du leser inn"), anchor=False)
    lines = [counted(found.outcome)]
    if again := found.outcome.checked.latest.replaced():
        more = ", …" if len(again) > MOST_PLACES else ""
        rows = ", ".join(str(it) for it in again[:MOST_PLACES]) + more
        text = _("Samme person har svart senere; disse radene telles ikke: nr. {rows}.")
        lines.append(text.format(rows=rows))
    st.text("\n".join([*lines, *found.effect.said, *unused(found.outcome)]))
    st.html(written(found.effect.people, title=_("Svarene før og etter")))
    names = list(found.effect.scores)
    if names:
        with st.expander(_("Tallene før og etter")):
            name = st.selectbox(_("Rammeverk"), names, key=f"{key}-scores", width=560)
            st.html(written(found.effect.scores[name], title=name))


def take_in(file: Brought, round_: Round, found: Tried, *, who: Importer, key: str) -> None:
    """Offer to take the file in; afterwards it is, or the reason why not stands there."""
    if who.invented:
        st.text(_("Uten innlogging merkes alt du leser inn, som eksempeldata."))
    label = escaped(_("Les inn {file}").format(file=file.name))
    # A button of its own for each version: what was pressed below an older effect does nothing.
    if not st.button(label, type="primary", key=f"{key}-take-{found.version}"):
        return
    who.still()
    decisions = file.decisions
    done: Attempt[Outcome] = watched(
        lambda watch: attempt(
            lambda: taken(
                file.path,
                round_,
                decisions=decisions,
                who=who.name,
                seen=found.version,
                watch=watch,
            )
        ),
        stop=file.stop,
        key=f"{key}-stop-taking",
    )
    if done.refused:
        refused(done.refused)
        return
    file.done = done.done
    if (layout := decisions.layout) is not None:  # the answers are in, whatever becomes of it
        file.kept = attempt(lambda: keep(layout)).refused is None
    file.round = round_
    file.remove()
    file.found.clear()
    st.rerun()

"""The list of municipalities on *Respons*, and what a single one did."""

from dataclasses import replace

import streamlit as st

from explorer.errors import SelectionError
from explorer.outputs.exports.question import OBSERVED, SOURCE
from explorer.screen import texts
from explorer.screen.frame import session
from explorer.screen.frame.session import Context
from explorer.screen.parts import markup
from explorer.screen.parts.downloads import table_downloads
from explorer.survey.asking.selection import Selection
from explorer.survey.formats import counted
from explorer.telling.sentences import filter_words
from explorer.telling.sentences.participation import status_sentence
from explorer.telling.subjects.participation import ResponseFigures
from explorer.telling.tables.participation import municipality_table, status_choices, with_status
from explorer.telling.words.origin import common_origin

_MUNICIPALITY, _UNPLACED = (f"respons_municipality{part}" for part in ("", "_unplaced"))


def municipality_list(context: Context, response: ResponseFigures) -> None:
    """The municipalities by status under the filters, to read and to take away."""
    st.divider()
    st.header(texts.LIST, anchor=False)
    _one_municipality(context, response)
    choices = status_choices(response.statuses)
    if not choices:
        st.write(texts.LIST_EMPTY)
        return
    chosen = st.selectbox(
        texts.LIST_STATUS, list(choices), format_func=choices.__getitem__, key="respons_status", width=360
    )
    listed = municipality_table(with_status(response.statuses, chosen))
    with st.expander(counted(len(listed), "gemeente", "gemeenten")):
        st.table(listed, hide_index=True, border="horizontal")
    table_downloads(
        texts.LIST_DOWNLOAD,
        f"gemeenten-{response.wave}",
        texts.LIST_SHEET,
        municipality_table(response.statuses),
        [
            ("Bron", SOURCE),
            ("Meting", str(response.wave)),
            ("Selectie", filter_words(context.selection)),
            ("Herkomst", common_origin(response.origin) or OBSERVED),
        ],
    )


def _one_municipality(context: Context, response: ResponseFigures) -> None:
    """What a single municipality did, also outside the filters. The address names it; the box shows and changes it."""
    everywhere = context.desk.municipality_statuses(Selection(waves=(response.wave,)))
    by_code = {one.code: one for one in everywhere}
    unplaced = _show_named(context)
    chosen = st.selectbox(
        texts.LIST_ONE,
        list(by_code),
        index=None,
        key=_MUNICIPALITY,
        format_func=context.desk.places.label,
        placeholder=texts.LIST_ONE_NONE,
        accept_new_options=True,
        on_change=_choose,
        args=(context,),
        width=360,
    )
    if chosen is not None:
        markup.line("chosen", status_sentence(by_code[chosen], response.wave_before))
    elif unplaced is not None:
        markup.line("chosen", unplaced)


def _choose(context: Context) -> None:
    """Something was chosen or typed: the address follows. What has no place in this wave is kept apart from it."""
    state = st.session_state
    typed: str | None = state[_MUNICIPALITY]
    code = None
    state[_UNPLACED] = None
    try:
        code = None if typed is None else context.desk.places.picked(typed, context.view.wave).code
    except SelectionError:
        state[_UNPLACED] = typed
    session.change(replace(context.view, municipality=code))


def _show_named(context: Context) -> str | None:
    """Set the box to the municipality that the address names, or else that was typed; else why there is none.

    What was typed and has no place in this wave may have one in another.
    """
    state, asked = st.session_state, context.view.municipality
    named = asked or state.get(_UNPLACED)
    state[_MUNICIPALITY] = None
    if named is None:
        return None
    try:
        state[_MUNICIPALITY] = context.desk.places.picked(named, context.view.wave).code
    except SelectionError as error:
        return None if asked is not None else str(error)  # of an address, every page says it above
    return None

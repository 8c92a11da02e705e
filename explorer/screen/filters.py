"""The sidebar: who looks, and the filters. What is chosen lives in the address; widgets only show and change it."""

from dataclasses import replace

import streamlit as st

from explorer.address import URBANITY, View
from explorer.formats import counted, upper_first
from explorer.geography import PROVINCES
from explorer.question_figures import respondents_of
from explorer.screen import session, texts
from explorer.screen.session import Context
from explorer.selection import Population
from explorer.viewer import MINISTRY, PUBLIC, Viewer

_VIEWERS = (MINISTRY, PUBLIC)
_WAVE, _POPULATION, _PROVINCE, _URBANITY, _VIEWER = (
    f"filter_{name}" for name in ("wave", "population", "province", "urbanity", "viewer")
)


def show_filters(context: Context) -> None:
    """The filters that this viewer has, set to what the address says."""
    view = context.view
    waves = [wave.wave for wave in reversed(context.gateway.waves)]
    st.session_state[_WAVE] = view.wave
    st.selectbox(texts.WAVE, waves, key=_WAVE, on_change=_change, args=(view,))
    if context.viewer.sees_all_figures:
        _show_population(context)
        _show_places(view)
        respondents = respondents_of(context.gateway, context.viewer, context.selection)
        st.caption(f"{upper_first(counted(respondents, 'gemeente past', 'gemeenten passen'))} bij deze keuze.")
    if context.gateway.is_simulated:
        st.session_state[_VIEWER] = context.viewer
        st.selectbox(
            texts.VIEW_AS, _VIEWERS, key=_VIEWER, format_func=_viewer_name, on_change=_change_viewer, args=(view,)
        )


def _show_population(context: Context) -> None:
    view = context.view
    after = min((one.wave for one in context.gateway.waves if one.wave > view.wave), default=None)
    names = texts.population_names(view.wave, context.wave_before, after)
    st.session_state[_POPULATION] = view.population
    st.selectbox(
        texts.POPULATION,
        list(Population),
        key=_POPULATION,
        format_func=names.__getitem__,
        on_change=_change,
        args=(view,),
    )


def _show_places(view: View) -> None:
    st.session_state[_PROVINCE] = list(view.provinces)
    st.session_state[_URBANITY] = list(view.urbanity)
    names = [province.name for province in PROVINCES]
    st.multiselect(
        texts.PROVINCE, names, key=_PROVINCE, placeholder=texts.PROVINCE_ALL, on_change=_change, args=(view,)
    )
    st.multiselect(
        texts.URBANITY,
        URBANITY,
        key=_URBANITY,
        format_func=texts.URBANITY_NAMES.__getitem__,
        placeholder=texts.URBANITY_ALL,
        on_change=_change,
        args=(view,),
    )


def clear(view: View) -> None:
    """Take all filters off; for the buttons that offer this."""
    session.change(session.without_filters(view))


def _change(view: View) -> None:
    """A filter was touched: what the widgets say now becomes the view. Widgets that are not shown keep their value."""
    state = st.session_state
    chosen = set(state.get(_PROVINCE, view.provinces))
    session.change(
        replace(
            view,
            wave=state[_WAVE],
            population=state.get(_POPULATION, view.population),
            provinces=tuple(province.name for province in PROVINCES if province.name in chosen),
            urbanity=tuple(sorted(state.get(_URBANITY, view.urbanity))),
            question=None,
        )
    )


def _change_viewer(view: View) -> None:
    viewer: Viewer = st.session_state[_VIEWER]
    session.change(replace(view, viewer=None if viewer == MINISTRY else viewer))


def _viewer_name(viewer: Viewer) -> str:
    return texts.VIEWER_NAMES[viewer.role]

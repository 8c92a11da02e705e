"""The sidebar: who looks, and the filters. What is chosen lives in the address; widgets only show and change it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from explorer.errors import SelectionError
from explorer.screen import texts
from explorer.screen.frame import session
from explorer.screen.frame.guest import own_group_line
from explorer.screen.frame.session import Context
from explorer.survey.asking.address import View
from explorer.survey.asking.groups import BY_HISTORY, NATION, URBANITY_CLASSES, urbanity_name
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import Role, Viewer
from explorer.survey.figures.participation import ContactStatus
from explorer.survey.formats import counted, listed, upper_first
from explorer.survey.geography.municipalities import PROVINCES
from explorer.telling.sentences import group_label
from explorer.telling.subjects.participants import respondents_of

T = TypeVar("T")

_INSIDE = (Role.MINISTRY, Role.ANALYST)

_WAVE, _POPULATION, _PROVINCE, _URBANITY, _GROUP, _ROLE, _MUNICIPALITY = (
    f"filter_{name}" for name in ("wave", "population", "province", "urbanity", "group", "role", "municipality")
)


def show_filters(context: Context) -> None:
    """The filters that this viewer has, set to what the address says."""
    view = context.view
    waves = [wave.wave for wave in reversed(context.desk.waves)]
    index = _start(context, _WAVE, waves, view.wave)
    st.selectbox(texts.WAVE, waves, index=index, key=_WAVE, on_change=_change, args=(view,))
    if context.viewer.sees_all_figures:
        _show_population(context)
        _show_places(context)
        respondents = respondents_of(context.desk, context.selection)
        st.caption(f"{upper_first(counted(respondents, 'gemeente past', 'gemeenten passen'))} bij deze keuze.")
    else:
        _show_groups(context)
    if context.desk.is_simulated:
        _show_viewers(context)
    session.begun()
    if context.begins:
        _catch_up(context)


def _start(context: Context, key: str, options: Sequence[T], chosen: T | None) -> int | None:
    """Where a select box starts, or its state set to what is chosen.

    A page that stayed open while its server restarted brings what was just chosen on it into the first run of a new
    session. Setting the state would throw that away; where the box starts gives way to it.
    """
    if not context.begins:
        st.session_state[key] = chosen
        return None if chosen is None else 0
    return options.index(chosen) if chosen in options else None


def _catch_up(context: Context) -> None:
    """In the first run of a session: a filter that says something else than the address was touched by the user.

    Of such a page the callbacks were lost with the server, so what they do is done here.
    """
    view, changed = context.view, _chosen(context.view)
    role: Role | None = st.session_state.get(_ROLE)
    is_filtered = changed != replace(view, group=_group(view.group), question=None)
    is_another_role = role not in (None, context.viewer.role)
    is_another_place = st.session_state.get(_MUNICIPALITY) not in (None, context.viewer.municipality)
    if is_filtered:
        _keep_choice(changed)
    if is_another_role:
        _change_viewer(changed, next(iter(_municipalities(context)), None))
        if role is Role.MUNICIPALITY:
            session.tell(texts.RESUMED_MUNICIPALITY)
    elif is_another_place:
        _change_municipality(changed)
    if is_filtered or is_another_role or is_another_place:
        st.rerun()


def _show_groups(context: Context) -> None:
    """Released figures come in groups, one at a time."""
    names = list(_groups(context))
    st.selectbox(
        texts.GROUP,
        names,
        index=_start(context, _GROUP, names, context.view.group or names[0]),
        key=_GROUP,
        format_func=lambda name: upper_first(group_label(name)),
        on_change=_change,
        args=(context.view,),
    )
    if context.view.group is not None:
        st.caption(texts.GROUP_HELP)
        _show_members(context)
    if context.viewer.municipality is not None:
        st.caption(own_group_line(context))


def _show_members(context: Context) -> None:
    """Who is in the group: that is public, and the reason why its numbers are told as they are."""
    listed_in = context.desk.municipality_statuses(context.selection)
    names = [one.municipality for one in listed_in if one.status is ContactStatus.RESPONDED]
    expander = st.expander(
        texts.GROUP_MEMBERS.format(n=len(names)), type="compact", on_change="rerun", key="group_members"
    )
    if expander.open:
        with expander:
            st.caption(listed(names))
            st.caption(texts.GROUP_WHY)


def _groups(context: Context) -> Iterator[str]:
    """The groups to choose from. In the first wave nobody is new or returns, but what is chosen is always offered."""
    for group in context.desk.groups:
        if group.name not in BY_HISTORY or context.wave_before is not None or group.name == context.view.group:
            yield group.name


def _show_viewers(context: Context) -> None:
    """With simulated data anyone may look as anyone; a municipality is chosen among those that took part."""
    view, viewer = context.view, context.viewer
    roles = [role for role in texts.VIEWER_NAMES if context.desk.has_ministry_data or role not in _INSIDE]
    names = _municipalities(context)
    st.selectbox(
        texts.VIEW_AS,
        roles,
        index=_start(context, _ROLE, roles, viewer.role),
        key=_ROLE,
        format_func=texts.VIEWER_NAMES.__getitem__,
        on_change=_change_viewer,
        args=(view, next(iter(names), None)),
    )
    if viewer.municipality is not None:
        codes = list(names)
        own = viewer.municipality if viewer.municipality in names else None
        st.selectbox(
            texts.WHICH_MUNICIPALITY,
            codes,
            index=_start(context, _MUNICIPALITY, codes, own),
            key=_MUNICIPALITY,
            format_func=lambda named: f"{names[named]} (simulatie)" if named in names else str(named),
            placeholder=texts.LIST_ONE_NONE,
            accept_new_options=True,
            on_change=_change_municipality,
            args=(view,),
        )


def _municipalities(context: Context) -> dict[str, str]:
    """Who can look as a municipality: code → label of those that answered in this wave."""
    return {
        one.code: context.desk.places.label(one.code)
        for one in context.desk.municipality_statuses(Selection(waves=(context.view.wave,)))
        if one.status is ContactStatus.RESPONDED
    }


def _show_population(context: Context) -> None:
    view = context.view
    after = min((one.wave for one in context.desk.waves if one.wave > view.wave), default=None)
    names = texts.population_names(view.wave, context.wave_before, after)
    populations = list(Population)
    st.selectbox(
        texts.POPULATION,
        populations,
        index=_start(context, _POPULATION, populations, view.population),
        key=_POPULATION,
        format_func=names.__getitem__,
        on_change=_change,
        args=(view,),
    )


def _show_places(context: Context) -> None:
    view = context.view
    st.multiselect(
        texts.PROVINCE,
        [province.name for province in PROVINCES],
        default=_start_with(context, _PROVINCE, view.provinces),
        key=_PROVINCE,
        placeholder=texts.PROVINCE_ALL,
        on_change=_change,
        args=(view,),
    )
    st.multiselect(
        texts.URBANITY,
        URBANITY_CLASSES,
        default=_start_with(context, _URBANITY, view.urbanity),
        key=_URBANITY,
        format_func=urbanity_name,
        placeholder=texts.URBANITY_ALL,
        on_change=_change,
        args=(view,),
    )


def _start_with(context: Context, key: str, chosen: Sequence[T]) -> list[T] | None:
    """The same as ``_start`` for what has several choices."""
    if context.begins:
        return list(chosen)
    st.session_state[key] = list(chosen)
    return None


def clear(view: View) -> None:
    """Take all filters off; for the buttons that offer this."""
    session.change(session.without_filters(view))


def _change(view: View) -> None:
    """A filter was touched: what the widgets say now becomes the view."""
    _keep_choice(_chosen(view))


def _chosen(view: View) -> View:
    """The view that the widgets say. Those that are not shown keep their value."""
    state = st.session_state
    chosen = set(state.get(_PROVINCE, view.provinces))
    return replace(
        view,
        wave=state[_WAVE],
        population=state.get(_POPULATION, view.population),
        provinces=tuple(province.name for province in PROVINCES if province.name in chosen),
        urbanity=tuple(sorted(state.get(_URBANITY, view.urbanity))),
        group=_group(state.get(_GROUP, view.group)),
        question=None,
    )


def _keep_choice(changed: View) -> None:
    """Show what was chosen, as far as it exists in the wave."""
    if changed.group in BY_HISTORY and session.current().desk.wave_before(changed.wave) is None:
        session.change(replace(changed, group=None), texts.GROUP_LEFT.format(wave=changed.wave))
    else:
        session.change(changed)


def _group(name: str | None) -> str | None:
    """The whole country is no group in an address: it is what everyone sees first."""
    return None if name == NATION else name


def _change_viewer(view: View, first: str | None) -> None:
    role: Role = st.session_state[_ROLE]
    municipality = first if role is Role.MUNICIPALITY else None
    session.change(replace(view, viewer=None if role is Role.MINISTRY else Viewer(role, municipality)))


def _change_municipality(view: View) -> None:
    """A code from the list, or what was typed: any way of writing a name, also of one that is not in the list."""
    chosen: str | None = st.session_state[_MUNICIPALITY]
    if chosen is None:
        return
    try:
        place = session.current().desk.places.picked(chosen, view.wave)
    except SelectionError as error:
        session.change(view, str(error))
    else:
        session.change(replace(view, viewer=Viewer(Role.MUNICIPALITY, place.code)))

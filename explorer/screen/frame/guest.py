"""What a viewer is told before a page starts: what is not on this server, and when its own answers are not there."""

from dataclasses import replace

import streamlit as st

from explorer.screen import texts
from explorer.screen.frame import session
from explorer.screen.frame.session import Context
from explorer.survey.asking.viewer import PUBLIC


def stop_without_ministry_data(context: Context) -> None:
    """Where only the release is here, who looks as ministry or analyst reads what is missing, with a way on."""
    if not context.viewer.sees_all_figures or context.desk.has_ministry_data:
        return
    st.title(texts.RELEASE_ONLY_TITLE, anchor=False)
    st.write(texts.RELEASE_ONLY)
    st.markdown(texts.RELEASE_ONLY_REMEDY)
    # Without a callback: that would be lost when the server restarts below an open page.
    if st.button(texts.LOOK_AS_PUBLIC, type="primary", key="as_public"):
        session.change(replace(session.without_filters(context.view), viewer=PUBLIC))
        st.rerun()
    st.stop()


def own_group_line(context: Context) -> str:
    """Whether the municipality that looks is among those that it compares itself with."""
    counted_in = context.desk.municipality_statuses(context.selection)
    is_in = any(one.code == context.viewer.municipality and one.status.took_part for one in counted_in)
    return texts.GROUP_WITH_OWN if is_in else texts.GROUP_WITHOUT_OWN


def own_notice(context: Context) -> str | None:
    """Why the municipality that looks finds no answers of its own; None where they are there, or nobody looks."""
    if context.viewer.municipality is None or context.has_own_answers:
        return None
    wave = context.view.wave
    own = context.own_status
    if own is None:
        return _own_elsewhere(context, context.viewer.municipality)
    if not own.status.took_part:
        return texts.OWN_ABSENT_IN_WAVE.format(name=own.municipality, wave=wave)
    if own.through is not None:
        return texts.OWN_THROUGH.format(name=own.municipality, wave=wave, through=own.through)
    return texts.OWN_NOT_HERE.format(name=own.municipality)


def _own_elsewhere(context: Context, code: str) -> str | None:
    why = why_absent(context, code)
    return None if why is None else texts.OWN_ELSEWHERE.format(why_absent=why)


def why_absent(context: Context, code: str | None) -> str | None:
    """What a municipality came from, or what became of it; None where it existed in the wave, or none is named."""
    places, wave = context.desk.places, context.view.wave
    place = None if code is None else places.find(code)
    return None if place is None or place.existed_in(wave) else places.why_absent(place, wave)

"""The frame around every page: viewer, filters, navigation, and what is selected in words."""

import streamlit as st

from explorer.errors import StoreError
from explorer.paths import PAGES
from explorer.screen import texts
from explorer.screen.frame import session
from explorer.screen.frame.catalogue import PageEntry, catalogue
from explorer.screen.frame.filters import show_filters
from explorer.screen.frame.finder import show_finder
from explorer.screen.frame.guest import own_notice, stop_without_ministry_data, why_absent
from explorer.screen.frame.session import Context
from explorer.screen.literal import literal
from explorer.survey.asking.address import View


def run() -> None:
    """One run: read the address, show the frame, run the page."""
    st.set_page_config(page_title=texts.APP_TITLE, layout="wide")
    try:
        gateway = session.gateway()
    except StoreError as error:
        st.error(literal(str(error)))
        st.stop()
    entries = catalogue(gateway.facts.reference.codebook)
    pages = {entry.slug: _page(entry) for entry in entries}
    chosen = _navigate(entries, pages)
    read = session.read_view(gateway)
    viewer = session.viewer_of(read.view, gateway)
    view = session.allowed(read.view, viewer)
    entry = next(entry for entry in entries if pages[entry.slug] is chosen)
    st.set_page_config(page_title=f"{entry.title} · {texts.APP_TITLE}")
    context = Context(gateway.desk(viewer), view, session.palette(), entry, pages, session.begins())
    session.set_current(context)
    stop_without_ministry_data(context)
    with st.sidebar:
        show_finder(context)
        show_filters(context)
    looked_up = why_absent(context, view.municipality)
    for notice in (*read.notices, *_narrowed(read.view, view), own_notice(context), looked_up):
        if notice is not None:
            st.info(literal(notice))
    chosen.run()


def _page(entry: PageEntry) -> st.Page:
    return st.Page(PAGES / entry.script, title=entry.title, url_path=entry.slug or None, default=entry.slug == "")


def _navigate(entries: tuple[PageEntry, ...], pages: dict[str, st.Page]) -> st.Page:
    groups: dict[str, list[st.Page]] = {}
    for entry in entries:
        groups.setdefault(entry.group, []).append(pages[entry.slug])
    return st.navigation(groups, expanded=True)


def _narrowed(asked: View, shown: View) -> tuple[str, ...]:
    """A notice where the address asks for filters, or a group, that this viewer does not have."""
    if asked == shown:
        return ()
    return (texts.NO_GROUPS if asked.group != shown.group else texts.NO_FILTERS,)

"""The search box in the sidebar, and what it finds as links that keep the filters.

The address of a municipality that looks has no room for another one, so that one is told here.
"""

from dataclasses import replace

import streamlit as st

from explorer.screen import texts
from explorer.screen.frame.session import Context
from explorer.survey.asking.address import write_address
from explorer.survey.asking.search import Entry, search, search_index
from explorer.survey.asking.selection import Selection
from explorer.telling.sentences.participation import status_sentence


def show_finder(context: Context) -> None:
    """A box; what is found stands under it, each with the place that it leads to."""
    asked = st.text_input(texts.SEARCH, key="search", placeholder=texts.SEARCH_EXAMPLES)
    if not asked.strip():
        return
    index = search_index(context.codebook, context.desk.places, context.view.wave)
    found = search(index, asked)
    if not found:
        st.caption(texts.SEARCH_NOTHING)
    for entry in found:
        if entry.municipality is not None and context.viewer.municipality is not None:
            st.caption(_what_it_did(context, entry, entry.municipality))
        else:
            _link(context, entry)


def _what_it_did(context: Context, entry: Entry, code: str) -> str:
    """What a municipality did in this wave, or why it was not there."""
    listed = context.desk.municipality_statuses(Selection(waves=(context.view.wave,)))
    sentences = (status_sentence(one, context.wave_before) for one in listed if one.code == code)
    return next(sentences, entry.detail)


def _link(context: Context, entry: Entry) -> None:
    """To the page of a section, the question on it, or what a municipality did."""
    slug = "respons" if entry.section is None else context.codebook.section(entry.section).slug
    page = context.pages.get(slug)
    if page is None:
        return
    view = replace(context.view, question=entry.question, municipality=entry.municipality)
    st.page_link(page, label=f"{entry.label}  \n*{entry.detail}*", query_params=write_address(view))

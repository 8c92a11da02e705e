"""Small pieces of HTML that Streamlit has no element for. Every text is escaped; classes are in verkenner.css."""

from collections.abc import Sequence
from html import escape
from typing import Literal

import streamlit as st

from explorer.telling.words.terms import with_terms

BESIDE = ("notice", "chosen")
"""Kinds of lines that something may stand beside; others take the whole width."""


def line(kind: str, text: str, definitions: str | None = None) -> None:
    """A paragraph of one kind: kicker, lead, question, base.

    With the address of the page of ``definitions`` its technical words lead there.
    """
    width: Literal["content", "stretch"] = "content" if kind in BESIDE else "stretch"
    inside = escape(text) if definitions is None else _linked(text, definitions)
    st.html(f'<p class="verkenner-{kind}">{inside}</p>', width=width)


def _linked(text: str, definitions: str) -> str:
    return "".join(
        escape(piece)
        if anchor is None
        else f'<a class="verkenner-term" href="{escape(definitions)}#{anchor}" target="_self">{escape(piece)}</a>'
        for piece, anchor in with_terms(text)
    )


def kicker(text: str, badge: str) -> None:
    """The line above a title, and beside it who is looking."""
    st.html(f'<p class="verkenner-kicker">{escape(text)} <span class="verkenner-badge">{escape(badge)}</span></p>')


def numbers(entries: list[tuple[str, str]]) -> None:
    """Large numbers side by side, each with its label: a description list, so that they are read as pairs."""
    pairs = "".join(
        f'<div><dd class="verkenner-number">{escape(number)}</dd><dt>{escape(label)}</dt></div>'
        for number, label in entries
    )
    st.html(f'<dl class="verkenner-numbers">{pairs}</dl>')


def quotation(text: str) -> None:
    """What somebody wrote, as it was written: no markup of theirs is read, and their lines stay lines."""
    lines = "<br>".join(escape(line) for line in text.split("\n"))
    st.html(f'<p class="verkenner-sentence">{lines}</p>')


def facts(entries: Sequence[tuple[str, str]], *, lead: str = "") -> None:
    """Names and values under each other, below a line of the kind ``own`` where there is a ``lead``."""
    above = f'<p class="verkenner-own">{escape(lead)}</p>' if lead else ""
    pairs = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in entries)
    st.html(f'{above}<dl class="verkenner-facts">{pairs}</dl>')


def copyable(sentence: str, label: str) -> None:
    """A sentence with a button that copies it; the script of the page does the copying."""
    st.html(
        f'<p class="verkenner-sentence">{escape(sentence)}</p>'
        f'<button type="button" data-copy="{escape(sentence, quote=True)}">{escape(label)}</button>'
    )

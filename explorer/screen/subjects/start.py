"""The blocks of *Start*: three doors, and the headlines of all sections."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

import streamlit as st

from explorer.screen.frame.session import Context
from explorer.screen.parts import markup
from explorer.screen.parts.blocks import chart
from explorer.survey.asking.address import write_address
from explorer.survey.figures.question import OverviewRow
from explorer.telling import sentences
from explorer.telling.charts.tracks import overview
from explorer.telling.sentences.pictures import overview_alt
from explorer.telling.subjects.overview import SectionOverview
from explorer.telling.subjects.participants import participants_of
from explorer.telling.words.captions import OPEN_BAR, has_stroke_of
from explorer.telling.words.withheld import is_range


@dataclass(frozen=True, slots=True)
class Door:
    """A way in for one kind of user: to the page with this slug. Who sees groups alone reads ``text_of_groups``."""

    title: str
    text: str
    slug: str
    text_of_groups: str | None = None


DOORS = (
    Door(
        "Ik adviseer gemeenten",
        "Zie wie meedeed. Kies een provincie, of kies nieuwe of terugkerende gemeenten.",
        "respons",
        "Zie wie meedeed. Kies een groep, zoals een landsdeel.",
    ),
    Door("Ik werk bij een gemeente", "Zie per onderdeel wat andere gemeenten doen.", "signaleren"),
    Door("Ik geef een presentatie", "Begin bij Sterk netwerk. Elk beeld kunt u opslaan.", "sterk-netwerk"),
)
GLANCE = "In één oogopslag"


def start_lead(context: Context) -> str:
    """What is found about who took part."""
    taking_part = participants_of(context.desk, context.selection)
    return sentences.start_lead(taking_part.respondents, context.view.wave, taking_part.first_time)


def doors(context: Context) -> None:
    """Three cards, each a link that takes the filters along."""
    query = urlencode(write_address(context.view), safe=",")
    cards = "".join(
        f'<li><a class="verkenner-door" href="/{door.slug}?{query}" target="_self">'
        f"<strong>{escape(door.title)}</strong><span>{escape(_text(door, context))}</span></a></li>"
        for door in DOORS
    )
    st.html(f'<ul class="verkenner-doors">{cards}</ul>')


def _text(door: Door, context: Context) -> str:
    return door.text if context.viewer.sees_all_figures else door.text_of_groups or door.text


def glance(context: Context, sections: Sequence[SectionOverview]) -> None:
    """Two columns of sections with their headlines; the name of a section leads to its page."""
    st.header(GLANCE, anchor=False)
    markup.line("base", _legend(context, [row for one in sections for row in one.rows]))
    columns = st.columns(2, gap="large")
    half = _half(sections)
    for column, shown in zip(columns, (sections[:half], sections[half:]), strict=True):
        with column:
            for one in shown:
                _section(context, one)


def _section(context: Context, shown: SectionOverview) -> None:
    page = context.pages.get(shown.section.slug)
    if page is None:
        st.markdown(f"**{shown.section.short}**")
    else:
        st.page_link(page, label=f"**{shown.section.short}**", query_params=write_address(context.view))
    chart(overview(shown.rows, context.palette), overview_alt(shown.rows), f"glance_{shown.section.id}")


def _legend(context: Context, rows: Sequence[OverviewRow]) -> str:
    """What the bar means, the stroke where there is one, and how a range is read."""
    has_stroke = any(row.before is not None and has_stroke_of(row.before) for row in rows)
    return " ".join(
        filter(
            None,
            [
                f"Balk: {context.view.wave}.",
                f"Streep: {context.wave_before}, waar de vraag gelijk bleef." if has_stroke else None,
                OPEN_BAR if any(is_range(row.now) for row in rows) else None,
            ],
        )
    )


def _half(sections: Sequence[SectionOverview]) -> int:
    """Where to cut, so that both columns hold about as many rows."""
    weights = [len(one.rows) + 1 for one in sections]
    return min(range(len(sections) + 1), key=lambda cut: abs(sum(weights[:cut]) - sum(weights[cut:])))

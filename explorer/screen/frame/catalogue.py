"""The pages, in the order in which they stand in the sidebar. A new page of a section costs one line here."""

from dataclasses import dataclass

from explorer.survey.codebook.model import Codebook, Section

SECTION_PAGES = (
    "action_line_1",
    "action_line_2",
    "pillar_1",
    "pillar_2",
    "pillar_3",
    "pillar_4",
    "pillar_5",
    "covid",
    "needs",
)
"""Sections that have a page; every other thing about such a page comes from the codebook."""

SECTIONS_GROUP = "Actielijnen en pijlers"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its script in ``pages/``, its address, its name, the group it stands in, and its section if any."""

    script: str
    slug: str
    title: str
    group: str
    section: Section | None = None


def catalogue(codebook: Codebook) -> tuple[PageEntry, ...]:
    """All pages; the first one is the start page and has no slug."""
    sections = (codebook.section(id) for id in SECTION_PAGES)
    return (
        PageEntry("start.py", "", "Start", ""),
        PageEntry("respons.py", "respons", "Respons", ""),
        *(PageEntry("onderdeel.py", section.slug, section.short, SECTIONS_GROUP, section) for section in sections),
        PageEntry("verantwoording.py", "verantwoording", "Verantwoording", "Verder kijken"),
    )

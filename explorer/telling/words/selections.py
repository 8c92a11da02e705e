"""A selection in words: the line above a page's title, and the filters within a copied sentence."""

from explorer.survey.asking.groups import BY_HISTORY, GROUP_WORDS, URBANITY_WORDS
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Section
from explorer.survey.formats import listed, upper_first

POPULATION_WORDS = {
    Population.TOTAL: "alle deelnemers",
    Population.PANEL: "deden beide jaren mee",
    Population.NEW: "deden voor het eerst mee",
}

_MOST_NAMES = 3
_SEPARATOR = " · "


def selection_words(
    selection: Selection, *, wave: int | None, section: Section | None = None, subject: str = ""
) -> str:
    """The kicker: "Pijler 2 · meting 2020 · alle deelnemers · heel Nederland".

    Without a section it starts with ``subject`` ("Respons"), or with the benchmark's name.
    """
    start = f"{upper_first(section.kind)} {section.number}" if section else subject or "Benchmark Eén tegen eenzaamheid"
    when = f"meting {wave}" if wave is not None else "alle metingen"
    return _SEPARATOR.join([start, when, *_filters(selection)])


def filter_words(selection: Selection) -> str:
    """Population and place within a sentence: "alle deelnemers, heel Nederland"."""
    return ", ".join(_filters(selection))


def group_label(group: str) -> str:
    """The name of a group of the release.

    Raises:
        KeyError: no such group.
    """
    return GROUP_WORDS[group]


def _filters(selection: Selection) -> list[str]:
    place = _named(selection.provinces, "provincies") if selection.provinces else None
    urbanity = listed([URBANITY_WORDS[value] for value in selection.urbanity]) if selection.urbanity else None
    group = group_label(selection.group) if selection.group is not None else None
    if selection.group in BY_HISTORY:
        return [group or "", "heel Nederland"]  # "all" beside "new ones" would contradict itself
    where = [part for part in (place, urbanity, group) if part]
    return [POPULATION_WORDS[selection.population], *(where or ["heel Nederland"])]


def _named(names: tuple[str, ...], noun: str) -> str:
    """Up to three names; more are counted."""
    return listed(names) if len(names) <= _MOST_NAMES else f"{len(names)} {noun}"

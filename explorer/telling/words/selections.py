"""A selection in words: the line above a page's title, and the filters within a copied sentence."""

from explorer.survey.asking.groups import GROUP_WORDS, NATION, URBANITY_WORDS
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Section
from explorer.survey.figures.figure import Figure
from explorer.survey.formats import agreeing, listed, whole_number
from explorer.telling.words.origin import signed

POPULATION_WORDS = {
    Population.TOTAL: "alle deelnemers",
    Population.PANEL: "deden beide jaren mee",
    Population.NEW: "deden voor het eerst mee",
}

_MOST_NAMES = 3
_SEPARATOR = " · "


def selection_words(
    selection: Selection,
    *,
    wave: int | None,
    section: Section | None = None,
    subject: str = "",
    participants: str | None = None,
) -> str:
    """The kicker: "Pijler 2 · meting 2020 · landelijk · 100 van de 182 aangeschreven gemeenten".

    Without a section it starts with ``subject`` ("Respons"), or with the benchmark's name. ``participants`` is what
    :func:`participants_words` gives.
    """
    start = section.kicker if section else subject or "Benchmark Eén tegen eenzaamheid"
    when = f"meting {wave}" if wave is not None else "alle metingen"
    return _SEPARATOR.join([start, when, *_filters(selection), *([participants] if participants else [])])


def participants_words(respondents: Figure | None, contacted: Figure | None, population: Population) -> str | None:
    """How many took part, of how many who were asked where that is known of all of them; None where it is not told."""
    if respondents is None or respondents.n is None:
        return None
    number = signed(whole_number(respondents.n), respondents, "n")
    if population is Population.TOTAL and contacted is not None and contacted.n is not None:
        asked = signed(whole_number(contacted.n), contacted, "n")
        if contacted.n == 1:
            return f"{number} van {asked} aangeschreven gemeente"
        return f"{number} van de {asked} aangeschreven gemeenten"
    return f"{number} {agreeing(respondents.n, 'deelnemende gemeente', 'deelnemende gemeenten')}"


def filter_words(selection: Selection) -> str:
    """Population and place within a sentence: "Limburg, deden beide jaren mee"; without filters "landelijk"."""
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
    where = [part for part in (place, urbanity, group) if part] or [group_label(NATION)]
    who = [] if selection.population is Population.TOTAL else [POPULATION_WORDS[selection.population]]
    return [*where, *who]


def _named(names: tuple[str, ...], noun: str) -> str:
    """Up to three names; more are counted."""
    return listed(names) if len(names) <= _MOST_NAMES else f"{len(names)} {noun}"

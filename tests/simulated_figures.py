"""Figures counted straight from the committed waves with pandas: a second opinion beside the database."""

from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from explorer.paths import WAVES
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Codebook, Question
from explorer.survey.codebook.source import load_codebook
from explorer.survey.figures.figure import Figure, Kind, Origin


@lru_cache
def wave(year: int) -> pd.DataFrame:
    """One row per respondent, under its municipality; every cell is text, empty where not answered."""
    return pd.read_csv(WAVES / f"{year}.csv", dtype=str, keep_default_na=False).set_index("municipality")


@lru_cache
def contacts(year: int) -> pd.DataFrame:
    """One row per contact of a wave, under its municipality."""
    table = pd.read_csv(WAVES / "contacts.csv", dtype=str, keep_default_na=False)
    return table[table["wave"] == str(year)].set_index("municipality")


def panel() -> list[str]:
    return sorted(set(wave(2019).index) & set(wave(2020).index))


def items_of(question: Question) -> list[str | None]:
    """The items of a matrix, or None alone."""
    return [item.id for item in question.items] or [None]


def answers(question: Question, year: int, item: str | None = None) -> dict[str, frozenset[str]]:
    """What each respondent answered, as the set of its options; without who skipped the question."""
    table, name = wave(year), question.id if item is None else f"{question.id}[{item}]"
    if not question.type_in(year).allows_several:
        return {str(place): frozenset({answer}) for place, answer in table[name].items() if answer}
    ticks = table[[f"{name}[{option.id}]" for option in question.options]]
    ids = [option.id for option in question.options]
    return {
        place: frozenset(id for id, tick in zip(ids, row, strict=True) if tick == "1")
        for place, row in zip(ticks.index, ticks.to_numpy().tolist(), strict=True)
        if "" not in row
    }


def all_figures(codebook: Codebook | None = None) -> list[Figure]:
    codebook = codebook or load_codebook()
    return [*_of_questions(codebook), *_of_response()]


def _of_questions(codebook: Codebook) -> Iterator[Figure]:
    for question in codebook.questions:
        for year in (2019, 2020):
            if question.use_in(year) is None:
                continue
            for item in items_of(question):
                given = answers(question, year, item)
                yield from _counted(question, year, item, Population.TOTAL, given)
                if question.is_comparable(2020):
                    twice = set(answers(question, 2019, item)) & set(answers(question, 2020, item))
                    both = {place: ticks for place, ticks in given.items() if place in twice}
                    yield from _counted(question, year, item, Population.PANEL, both)


def _counted(
    question: Question, year: int, item: str | None, population: Population, given: dict[str, frozenset[str]]
) -> Iterator[Figure]:
    def figure(answer: str, kind: Kind, within: list[frozenset[str]]) -> Figure:
        n = sum(bool(ticks & set(question.members_of(answer))) for ticks in within)
        place = (question.section, question.id, item, answer, kind, year, population)
        return Figure(*place, None, n, len(within), Origin.SIMULATED)

    everyone = list(given.values())
    for option in question.options:
        yield figure(option.id, Kind.OPTION, everyone)
    for net in question.nets:
        yield figure(net.id, Kind.NET, everyone)
    for cross in question.crosses:
        members = set(question.members_of(cross.within))
        yield figure(cross.option, Kind.CROSS, [ticks for ticks in everyone if ticks & members])


def _of_response() -> Iterator[Figure]:
    def figure(name: str, year: int, n: int, base: int | None = None, population: str = "total") -> Figure:
        place = ("response", name, None, None, Kind.OPTION, year, Population(population))
        return Figure(*place, None, n, base, Origin.SIMULATED)

    for year in (2019, 2020):
        represented = [name for names in contacts(year)["represents"] for name in names.split("|") if name]
        yield figure("contacted", year, len(contacts(year)))
        yield figure("joined", year, len({*contacts(year).index, *represented}))
        yield figure("responded", year, len(wave(year)), len(contacts(year)))
    new = [name for name in wave(2020).index if name not in wave(2019).index]
    early = sum(contacts(2020).loc[name, "joined_in"] == "2019" for name in new)
    yield figure("panel_size", 2020, len(panel()), population="panel")
    yield figure("first_time_respondents", 2020, len(new), len(wave(2020)))
    yield figure("first_time_already_joined_in_2019", 2020, early, len(new))
    yield figure("first_time_joined_since_2019", 2020, len(new) - early, len(new))

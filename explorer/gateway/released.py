"""What left the ministry, read from the release file and nothing else: figures per group, and who took part."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from explorer.errors import NotAllowedError, SelectionError
from explorer.gateway.scope import Scope
from explorer.inputs.printed import PrintedReport
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import Figure, Kind, Origin, Withheld, countable_answers
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus, ResponseRate
from explorer.survey.geography.places import Place, Places

NATION = "nederland"

Rows = Callable[[str, dict[str, Any]], list[tuple[Any, ...]]]
"""Runs SQL on the release file."""

MISSING = Withheld("small_base", "Minder dan 10 gemeenten beantwoordden deze vraag.", None)
NOT_PRINTED = Withheld("not_printed", "Het rapport noemt dit niet. Bekijk de groep die eerder meedeed.", "vaker")
MINISTRY_ONLY = Withheld("ministry", "Wie is aangeschreven en niet meedeed, weet alleen het ministerie.", NATION)
NOT_DEFINED = Withheld("not_defined", "Dit was de eerste meting: nog geen gemeente deed eerder mee.", NATION)


@dataclass(frozen=True, slots=True)
class Group:
    """A released group. ``parts`` are the groups that were joined into it; itself alone where none were."""

    name: str
    dimension: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of a release carries numbers: pairs of a question (item) and a group, and cells of option and group.

    Per wave; what does not exist (new respondents in the first wave) does not count.
    """

    pairs_shown: int
    pairs: int
    cells_shown: int
    cells: int


@dataclass(frozen=True)
class Released:
    """The release of one version."""

    rows: Rows
    scope: Scope
    report: PrintedReport

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All groups, the whole country first."""
        sql = "select group_name, dimension, place_groups from release_group order by group_order"
        return tuple(Group(name, dimension, tuple(parts)) for name, dimension, parts in self.rows(sql, {}))

    @cached_property
    def shares(self) -> Shares:
        """How much of this release carries numbers."""
        return read_shares(self.rows)

    def group_of(self, selection: Selection) -> Group:
        """The group that is asked for; the whole country where none is.

        Raises:
            NotAllowedError: the selection asks for more than a group of the release.
            SelectionError: there is no such group.
        """
        name = selection.group or NATION
        if selection.is_filtered or selection.population is Population.NEW:
            raise NotAllowedError(
                "Deze uitsnede is alleen voor het ministerie. Kies een groep, zoals noord, stedelijk of nieuw."
            )
        if selection.population is Population.PANEL and name != NATION:
            raise NotAllowedError("Wie beide keren meedeed is er alleen voor heel Nederland. Kies de groep 'vaker'.")
        found = next((group for group in self.groups if group.name == name), None)
        if found is None:
            raise SelectionError(self._unknown(name))
        return found

    def _unknown(self, name: str) -> str:
        joined = next((group.name for group in self.groups if name in group.parts), None)
        if joined is not None:
            return f"De groep '{name}' is te klein en hoort bij '{joined}'. Kies die."
        return f"Onbekende groep '{name}'. Kies uit: {', '.join(group.name for group in self.groups)}."

    def figures(self, selection: Selection) -> Iterator[Figure]:
        """Released figures: response first, then questions in the codebook's order; withheld ones say why."""
        waves = self.scope.waves_of(selection)
        questions = self.scope.questions_of(selection)
        if self.scope.asks_for_response(selection):
            found = self._response_figures(selection, waves)
            yield from (figure for figure in found if self.scope.keeps(figure, selection))
        yield from self._question_figures(selection, questions, waves)

    def _question_figures(
        self, selection: Selection, questions: tuple[Question, ...], waves: tuple[int, ...]
    ) -> Iterator[Figure]:
        group = self.group_of(selection)
        sql = """
            select wave, question, item, answer, kind, n, base, status, reason, wider_group
            from release_figure
            where group_name = $group and population = $population and list_contains($questions, question)
        """
        asked = {"group": group.name, "population": selection.population.value, "questions": [q.id for q in questions]}
        found = {row[:5]: row[5:] for row in self.rows(sql, asked)}
        default = MISSING if selection.population is Population.TOTAL else NOT_PRINTED
        for question in questions:
            for wave in waves:
                for empty in _empty_figures(question, wave, selection.population, group.name):
                    key = (wave, question.id, empty.item, empty.option, empty.kind.value)
                    yield self._with_origin(_filled(empty, found.get(key), default))

    def _response_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        group = self.group_of(selection)
        sql = """
            select question, wave, n, base, status
            from release_response
            where group_name = $group and population = $population and list_contains($waves, wave)
            order by wave, response_order
        """
        asked = {"group": group.name, "population": selection.population.value, "waves": list(waves)}
        for question, wave, n, base, status in self.rows(sql, asked):
            figure = Figure(
                section=RESPONSE,
                question=question,
                item=None,
                option=None,
                kind=Kind.OPTION,
                wave=wave,
                population=selection.population,
                group=group.name,
                n=n,
                base=base,
                origin=Origin.SIMULATED,
                withheld={"ministry": MINISTRY_ONLY, "not_defined": NOT_DEFINED}.get(status),
            )
            yield self._with_origin(figure)

    def response_rates(self, selection: Selection) -> tuple[ResponseRate, ...]:
        """How many took part per wave and province, of a group; who was asked is not in the release."""
        sql = """
            select
                wave,
                province,
                cast(count(*) filter (where is_counted) as integer),
                cast(count(*) filter (where is_counted and is_also_before) as integer),
                cast(count(*) filter (where is_counted and is_also_after) as integer),
                cast(count(*) filter (where is_counted and is_new) as integer)
            from (select *, list_contains(coalesce(group_names, []), $group) as is_counted from release_municipality)
            where list_contains($waves, wave)
            group by wave, province
            order by wave, province
        """
        group, waves = self.group_of(selection), self.scope.waves_of(selection)
        return tuple(
            ResponseRate(wave, province, None, None, None, responded, None, before, after, new, None)
            for wave, province, responded, before, after, new in self.rows(
                sql, {"group": group.name, "waves": list(waves)}
            )
        )

    def municipality_statuses(self, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        """Who took part, per wave, in alphabetical order; of a group its respondents alone."""
        sql = """
            select wave, municipality_code, municipality, province, urbanity_class, status, through, is_new
            from release_municipality
            where
                list_contains($waves, wave)
                and ($group = 'nederland' or list_contains(coalesce(group_names, []), $group))
            order by wave, name_order, municipality_code
        """
        group, waves = self.group_of(selection), self.scope.waves_of(selection)
        rows = self.rows(sql, {"group": group.name, "waves": list(waves)})
        return tuple(MunicipalityStatus(*(*row[:5], ContactStatus(row[5]), *row[6:])) for row in rows)

    @property
    def places(self) -> Places:
        """The municipalities of all years, by every way of writing their names."""
        return read_places(self.rows, "release_place")

    def _with_origin(self, figure: Figure) -> Figure:
        origin = self.scope.origin_of(figure.wave)
        is_printed = origin is Origin.SIMULATED and self.report.prints(figure)
        return replace(figure, origin=Origin.PRINTED if is_printed else origin)


def _empty_figures(question: Question, wave: int, population: Population, group: str) -> Iterator[Figure]:
    """The figures that a question has in a wave, still without numbers."""
    if question.use_in(wave) is None:
        return
    for item in question.items or (None,):
        for answer, kind, _ in countable_answers(question):
            yield Figure(
                section=question.section,
                question=question.id,
                item=None if item is None else item.id,
                option=answer,
                kind=kind,
                wave=wave,
                population=population,
                group=group,
                n=None,
                base=None,
                origin=Origin.SIMULATED,
            )


def _filled(figure: Figure, row: tuple[Any, ...] | None, default: Withheld) -> Figure:
    """With the numbers of a released row (n, base, status, reason, wider group), or with why there are none."""
    if row is None:
        return replace(figure, withheld=default)
    n, base, *why = row
    return replace(figure, withheld=Withheld(*why)) if n is None else replace(figure, n=n, base=base)


def read_places(rows: Rows, relation: str) -> Places:
    """The municipalities of a relation with the columns of the view ``place``."""
    sql = f"""
        select code, name, province, aliases, first_year, last_year, common_name, went_into
        from {relation}
        order by name_order, code
    """  # noqa: S608 - a name of this project
    return Places(
        tuple(
            Place(code, name, province, tuple(aliases), first, last, common_name, tuple(went_into))
            for code, name, province, aliases, first, last, common_name, went_into in rows(sql, {})
        )
    )


def read_shares(rows: Rows) -> Shares:
    """How much of a release carries numbers; ``rows`` reads its file."""
    sql = """
        with figures as (
            from release_figure where population = 'total' and status <> 'not_defined' and kind = 'option'
        ),

        pairs as (
            select wave, question, item, group_name, bool_or(n is not null) as is_shown from figures group by all
        )

        select
            (select count(*) filter (where is_shown) from pairs),
            (select count(*) from pairs),
            (select count(*) filter (where n is not null) from figures),
            (select count(*) from figures)
    """
    (row,) = rows(sql, {})
    return Shares(*row)

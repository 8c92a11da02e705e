"""What left the ministry, read from the release file and nothing else: figures per group, and who took part."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from typing import Any

from explorer.errors import NotAllowedError, SelectionError
from explorer.gateway.changes import Answer, Both, Pair, changes_between, pairs_of
from explorer.gateway.listed import Listed, listed
from explorer.gateway.printing import as_printed
from explorer.gateway.released_figures import MISSING, NOT_PRINTED, empty_figures, filled, response_figure
from explorer.gateway.rows import Rows
from explorer.gateway.scope import Scope
from explorer.gateway.shares import Shares, read_shares
from explorer.inputs.printed import PrintedReport
from explorer.survey.asking.groups import NATION
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Question
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.participation import MunicipalityStatus, ResponseRate
from explorer.survey.geography.places import Place, Places

MOST_REMEMBERED = 32
"""Selections of which the figures are kept."""


@dataclass(frozen=True, slots=True)
class Group:
    """A released group. ``parts`` are the groups that were joined into it; itself alone where none were."""

    name: str
    dimension: str
    parts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
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
    def kept_from(self) -> dict[int, str]:
        """Wave → the version of which its figures were kept, because too little changed since."""
        rows = self.rows("select wave, kept_from from release_kept where is_changed", {})
        return {int(wave): str(version) for wave, version in rows}

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
                "Deze combinatie van filters is alleen voor het ministerie. Kies een groep, zoals noord-oost of nieuw."
            )
        if selection.population is Population.PANEL and name != NATION:
            raise NotAllowedError("Wie beide keren meedeed is er alleen landelijk. Kies de groep ‘vaker’.")
        found = next((group for group in self.groups if group.name == name), None)
        if found is None:
            raise SelectionError(self._unknown(name))
        return found

    def _unknown(self, name: str) -> str:
        joined = next((group.name for group in self.groups if name in group.parts), None)
        if joined is not None:
            return f"De groep '{name}' is te klein en telt nu mee in '{joined}'. Kies die."
        return f"Onbekende groep '{name}'. Kies uit: {', '.join(group.name for group in self.groups)}."

    def figures(self, selection: Selection) -> tuple[Figure, ...]:
        """Released figures: response first, then questions in the codebook's order; withheld ones say why."""
        return self._remembered(selection)

    @cached_property
    def _remembered(self) -> Callable[[Selection], tuple[Figure, ...]]:
        """What was asked lately; it is the same for everyone."""
        return lru_cache(maxsize=MOST_REMEMBERED)(lambda selection: tuple(self._read_figures(selection)))

    def _read_figures(self, selection: Selection) -> Iterator[Figure]:
        waves = self.scope.waves_of(selection)
        questions = self.scope.questions_of(selection)
        if self.scope.asks_for_response(selection):
            found = self._response_figures(selection, waves)
            yield from (figure for figure in found if self.scope.keeps(figure, selection))
        yield from self._question_figures(selection, questions, waves)

    def _question_figures(
        self, selection: Selection, questions: tuple[Question, ...], waves: tuple[int, ...]
    ) -> Iterator[Figure]:
        if not questions:
            return
        group = self.group_of(selection)
        sql = """
            select
                wave, question, item, answer, kind,
                n, base, n_low, n_high, base_low, base_high, printed_pct, status, reason, wider_group
            from release_figure
            where group_name = $group and population = $population and list_contains($questions, question)
        """
        asked = {"group": group.name, "population": selection.population.value, "questions": [q.id for q in questions]}
        found = {row[:5]: row[5:] for row in self.rows(sql, asked)}
        default = MISSING if selection.population is Population.TOTAL else NOT_PRINTED
        for question in questions:
            for wave in waves:
                for empty in empty_figures(question, wave, selection.population, group.name):
                    key = (wave, question.id, empty.item, empty.option, empty.kind.value)
                    yield self._with_origin(filled(empty, found.get(key), default))

    def _response_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        group = self.group_of(selection)
        for of_group, population, figure in self._all_response_figures:
            if (of_group, population) == (group.name, selection.population) and figure.wave in waves:
                yield self._with_origin(figure)

    def changes(self, selection: Selection) -> Iterator[Change]:
        """The changes of a group. Of those who answered both times only what the report prints is told."""
        group, everyone = self.group_of(selection), selection.of(Population.TOTAL)
        panel = self.figures(everyone.of(Population.PANEL)) if group.name == NATION else ()
        of_panel: dict[tuple[Any, ...], Figure] = {
            (one.wave, one.question, one.item, one.option, one.kind): one for one in panel
        }
        asked = {
            one.wave: one.base
            for of_group, population, one in self._all_response_figures
            if (of_group, population, one.question) == (group.name, Population.TOTAL, "responded")
        }
        for pair in pairs_of(self.scope.waves_of(selection)):
            both = partial(_both, of_panel, self._panel_size(group, pair), pair)
            yield from changes_between(pair, self.scope.questions_of(selection), self.figures(everyone), both, asked)

    def _panel_size(self, group: Group, pair: Pair) -> int | None:
        """How many of a group took part in both waves: that is public."""
        sizes = [
            one.n
            for of_group, _, one in self._all_response_figures
            if (of_group, one.question, one.wave) == (group.name, "panel_size", pair[1])
        ]
        return sizes[0] if sizes else None

    def response_rates(self, selection: Selection) -> tuple[ResponseRate, ...]:
        """How many took part per wave and province, of a group; who was asked is not in the release."""
        group, waves = self.group_of(selection), self.scope.waves_of(selection)
        return tuple(
            _rate(wave, province, [one for one in counted if group.name in one.groups])
            for (wave, province), counted in self._listed_by_province.items()
            if wave in waves
        )

    def municipality_statuses(self, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        """Who took part, per wave, in alphabetical order; of a group its respondents alone."""
        group, waves = self.group_of(selection), self.scope.waves_of(selection)
        return tuple(
            one.status
            for one in self._listed
            if one.status.wave in waves and (group.name == NATION or group.name in one.groups)
        )

    # ---- what is read once: it is little, and the same for everyone

    @cached_property
    def _all_response_figures(self) -> tuple[tuple[str, Population, Figure], ...]:
        sql = """
            select group_name, population, question, wave, n, base, status
            from release_response
            order by wave, response_order
        """
        return tuple(response_figure(row) for row in self.rows(sql, {}))

    @cached_property
    def _listed(self) -> tuple[Listed, ...]:
        """The public list of who took part."""
        sql = """
            select
                wave, municipality_code, municipality, province, urbanity_class, status, through, is_new,
                is_also_before, is_also_after, coalesce(group_names, [])
            from release_municipality
            order by wave, name_order, municipality_code
        """
        return tuple(listed(row[:-1], frozenset(row[-1])) for row in self.rows(sql, {}))

    @cached_property
    def _listed_by_province(self) -> dict[tuple[int, str], list[Listed]]:
        """(wave, province) → its municipalities, in alphabetical order of province."""
        found: defaultdict[tuple[int, str], list[Listed]] = defaultdict(list)
        for one in self._listed:
            found[one.status.wave, one.status.province].append(one)
        return dict(sorted(found.items()))

    @cached_property
    def places(self) -> Places:
        """The municipalities of all years, by every way of writing their names."""
        sql = """
            select code, name, province, aliases, first_year, last_year, common_name, went_into
            from release_place
            order by name_order, code
        """
        return Places(
            tuple(
                Place(code, name, province, tuple(aliases), first, last, common_name, tuple(went_into))
                for code, name, province, aliases, first, last, common_name, went_into in self.rows(sql, {})
            )
        )

    def _with_origin(self, figure: Figure) -> Figure:
        return as_printed(replace(figure, origin=self.scope.origin_of(figure.wave)), self.report)


def _both(panel: Mapping[tuple[Any, ...], Figure], size: int | None, pair: Pair, answer: Answer) -> Both:
    before, now = (panel.get((wave, *answer)) for wave in pair)
    return Both(before, now, at_most=size)


def _rate(wave: int, province: str, counted: Sequence[Listed]) -> ResponseRate:
    return ResponseRate(
        wave=wave,
        province=province,
        joined=None,
        contacted=None,
        contacted_joined_before=None,
        responded=len(counted),
        responded_joined_before=None,
        also_before=sum(bool(one.is_also_before) for one in counted),
        also_after=sum(bool(one.is_also_after) for one in counted),
        new=sum(bool(one.status.is_new) for one in counted),
        new_joined_before=None,
    )

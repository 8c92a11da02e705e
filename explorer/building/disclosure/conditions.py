"""Builds the conditions of a unit: columns and rows from how it is answered and from what is known of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

import numpy as np

from explorer.building.disclosure.model import AnyBelow, Fact, Knowledge, Layout, Part, Quantity, Respondent, Unit
from explorer.building.disclosure.system import NO_LIMIT, Cell, Counts, Expression, Stratum, System, Target, cells_of
from explorer.survey.asking.groups import NATION


def build_system(unit: Unit, respondents: Iterable[Respondent], knowledge: tuple[Knowledge, ...]) -> System:
    """The conditions of all ``knowledge`` together.

    Raises:
        ValueError: the question has nets that overlap, which these conditions do not describe.
    """
    waves = frozenset(wave for _, by_wave in unit.layouts for wave, _ in by_wave)
    return _Builder(unit, cells_of(respondents, knowledge, waves)).build(knowledge)


class _Builder:
    """Collects columns and rows; lives for one call of :func:`build_system`."""

    def __init__(self, unit: Unit, cells: tuple[Cell, ...]) -> None:
        self.unit = unit
        self.cells = cells
        self.columns: dict[tuple[object, ...], int] = {}
        self.upper: list[int] = []
        self.rows: list[tuple[Expression, int, int, bool]] = []
        self.strata: dict[tuple[int, Part], tuple[tuple[int, ...], ...]] = {}
        self.switches: list[tuple[int, Expression, int]] = []

    def build(self, knowledge: tuple[Knowledge, ...]) -> System:
        for part, by_wave in self.unit.layouts:
            is_linked = any(
                quantity.part == part and quantity.partner is not None
                for known in knowledge
                for quantity in known.quantities()
            )
            for number in range(len(self.cells)):
                self._describe(number, part, dict(by_wave), is_linked=is_linked)
        self._route()
        for known in knowledge:
            for fact in known.facts:
                self._state(fact)
            for one in known.any_below:
                self._state_any(one)
        return self._finish(knowledge)

    def _column(self, *key: object, upper: int) -> int:
        if key not in self.columns:
            self.columns[key] = len(self.upper)
            self.upper.append(upper)
        return self.columns[key]

    def _row(self, expression: Expression, low: int, high: int, *, is_known: bool = False) -> None:
        self.rows.append((expression, low, high, is_known))

    # ---- how answers hang together

    def _describe(self, number: int, part: Part, layouts: Mapping[int, Layout], *, is_linked: bool) -> None:
        cell = self.cells[number]
        waves = tuple(sorted(cell.waves & layouts.keys()))
        groups = ((waves,) if waves else ()) if is_linked else tuple((wave,) for wave in waves)
        self.strata[number, part] = groups
        for together in groups:
            sizes: Expression = {}
            for stratum in subsets(together):
                place = (number, part, together, stratum)
                size = self._column("size", *place, upper=len(cell.members))
                sizes[size] = 1
                for wave in stratum:
                    self._describe_stratum(layouts[wave], place, wave, size, len(cell.members))
            self._row(sizes, len(cell.members), len(cell.members), is_known=True)

    def _describe_stratum(self, layout: Layout, place: tuple[object, ...], wave: int, size: int, upper: int) -> None:
        options = {o: self._column(("option", o), *place, wave, upper=upper) for o in layout.options}
        if not layout.allows_several:
            self._row({**dict.fromkeys(options.values(), 1), size: -1}, 0, 0)
            return
        alone = {options[option]: 1 for option in layout.exclusive}
        for option, column in options.items():
            if option not in layout.exclusive:
                self._row({column: 1, **alone, size: -1}, -NO_LIMIT, 0)
        if alone:
            self._row({**alone, size: -1}, -NO_LIMIT, 0)
        seen: set[str] = set()
        for net, members in layout.nets:
            if not seen.isdisjoint(members) or not layout.exclusive.isdisjoint(members):
                raise ValueError(f"net {net} shares an option with another net, or holds one that stands alone")
            seen.update(members)
            column = self._column(("net", net), *place, wave, upper=upper)
            self._row({column: 1, **{options[m]: -1 for m in members}}, -NO_LIMIT, 0)
            for member in members:
                self._row({options[member]: 1, column: -1}, -NO_LIMIT, 0)
            self._row({column: 1, **alone, size: -1}, -NO_LIMIT, 0)
        for option, net in layout.crosses:
            both = self._column(("cross", option, net), *place, wave, upper=upper)
            chosen, within = options[option], self.columns[("net", net), *place, wave]
            if option in dict(layout.nets)[net]:
                self._row({both: 1, chosen: -1}, 0, 0)
                continue
            self._row({both: 1, chosen: -1}, -NO_LIMIT, 0)
            self._row({both: 1, within: -1}, -NO_LIMIT, 0)
            self._row({chosen: 1, within: 1, both: -1, **alone, size: -1}, -NO_LIMIT, 0)

    def _route(self) -> None:
        for route in self.unit.routes:
            for number in range(len(self.cells)):
                answered = self._count(number, Quantity(route.part, route.wave, NATION, None))
                if answered:
                    led = self._count(number, Quantity(route.source, route.wave, NATION, route.answer))
                    self._row(_sum(((1, answered), (-1, led))), -NO_LIMIT, 0)

    # ---- what is known

    def _count(self, number: int, asked: Quantity) -> Expression:
        """How many respondents of a cell a quantity counts, whatever group it speaks of."""
        part, wave, partner = asked.part, asked.wave, asked.partner
        layout = dict(self.unit.waves_of(part)).get(wave)
        if layout is None:
            return {}
        columns: Expression = {}
        for together in self.strata[number, part]:
            for stratum in subsets(together):
                if wave in stratum and (partner is None or self._is_in_panel(number, part, stratum, partner)):
                    for name in _counted(layout, asked.answer, asked.within):
                        place = (number, part, together, stratum)
                        key = ("size", *place) if name is None else (name, *place, wave)
                        columns[self.columns[key]] = 1
        return columns

    def _is_in_panel(self, number: int, part: Part, stratum: Stratum, partner: int) -> bool:
        if partner in dict(self.unit.waves_of(part)):
            return partner in stratum
        return partner in self.cells[number].waves

    def _expression(self, quantity: Quantity) -> Expression:
        return _sum(
            (1, self._count(number, quantity))
            for number, cell in enumerate(self.cells)
            if cell.has(quantity.wave, quantity.mark)
        )

    def _state(self, fact: Fact) -> None:
        expression = _sum((factor, self._expression(quantity)) for factor, quantity in fact.terms)
        low = -NO_LIMIT if fact.low is None else fact.low
        high = NO_LIMIT if fact.high is None else fact.high
        self._row(expression, low, high, is_known=True)

    def _state_any(self, one: AnyBelow) -> None:
        """A switch per quantity: on means that it is at most the limit, and one of them is on."""
        switches: Expression = {}
        for quantity in one.quantities:
            expression = self._expression(quantity)
            most = sum(len(cell.members) for cell in self.cells if cell.has(quantity.wave, quantity.mark))
            switch = self._column("switch", quantity, upper=1)
            switches[switch] = 1
            self.switches.append((switch, expression, one.limit))
            self._row({**expression, switch: most}, -NO_LIMIT, one.limit + most, is_known=True)
        self._row(switches, 1, len(switches))

    def _finish(self, knowledge: tuple[Knowledge, ...]) -> System:
        width = len(self.upper)
        targets = tuple(
            Target(number, part, wave, answer)
            for part, by_wave in self.unit.layouts
            for wave, layout in by_wave
            for number, cell in enumerate(self.cells)
            if wave in cell.waves
            for answer in layout.answers
        )
        counted = [
            self._count(target.cell, Quantity(target.part, target.wave, NATION, target.answer)) for target in targets
        ]
        withheld = dict.fromkeys(quantity for known in knowledge for quantity in known.withheld)
        return System(
            cells=self.cells,
            matrix=_dense((row for row, *_ in self.rows), width),
            low=np.array([low for _, low, _, _ in self.rows], dtype=np.int64),
            high=np.array([high for _, _, high, _ in self.rows], dtype=np.int64),
            upper=np.array(self.upper, dtype=np.int64),
            is_known=np.array([known for *_, known in self.rows], dtype=np.bool_),
            targets=targets,
            target_matrix=_dense(counted, width),
            target_sizes=np.array([len(self.cells[target.cell].members) for target in targets], dtype=np.int64),
            target_cells=np.array([target.cell for target in targets], dtype=np.int64),
            withheld=tuple((quantity, self._expression(quantity)) for quantity in withheld),
            exact_rows=tuple(row for row, low, high, _ in self.rows if low == high and row),
            switches=tuple(self.switches),
            columns=self.columns,
            _unit=self.unit,
            strata=self.strata,
        )


def _counted(layout: Layout, answer: str | None, within: str | None) -> tuple[tuple[str, ...] | None, ...]:
    """The variables of a stratum that add up to an answer; None stands for the size of the stratum."""
    if answer is None:
        return (None,)
    nets = dict(layout.nets)
    if within is not None:
        if layout.allows_several:
            return (("cross", answer, within),)
        return (("option", answer),) if answer in nets[within] else ()
    if answer in nets and layout.allows_several:
        return (("net", answer),)
    return tuple(("option", member) for member in nets.get(answer, (answer,)))


def subsets(waves: tuple[int, ...]) -> Iterator[Stratum]:
    """All strata of a cell: every set of waves in which a question may have been answered."""
    for size in range(len(waves) + 1):
        yield from (frozenset(chosen) for chosen in combinations(waves, size))


def _sum(terms: Iterable[tuple[int, Expression]]) -> Expression:
    total: defaultdict[int, int] = defaultdict(int)
    for factor, expression in terms:
        for column, coefficient in expression.items():
            total[column] += factor * coefficient
    return {column: coefficient for column, coefficient in total.items() if coefficient}


def _dense(expressions: Iterable[Expression], width: int) -> Counts:
    rows = list(expressions)
    matrix = np.zeros((len(rows), width), dtype=np.int64)
    for number, expression in enumerate(rows):
        for column, coefficient in expression.items():
            matrix[number, column] = coefficient
    return matrix

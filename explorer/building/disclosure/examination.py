"""One unit under audit: what an outsider, every kind of respondent and every kind of pair can be certain of."""

from collections.abc import Mapping
from time import monotonic

import numpy as np

from explorer.building.disclosure.attackers import Attacker, kinds_of, outsider_of, pairs_of, together
from explorer.building.disclosure.conditions import build_system
from explorer.building.disclosure.linear import RowSpace
from explorer.building.disclosure.model import Knowledge, Problem, Split
from explorer.building.disclosure.remedy import Suspect, find_remedy
from explorer.building.disclosure.search import Forced, Search
from explorer.building.disclosure.system import Counts, Expression, System, Target, table_of
from explorer.errors import DisclosureError
from explorer.survey.asking.groups import NATION

OUTSIDER_MARGINS = (1, 2, 3)
"""That a release passed tells that no one and no two are certain. Where an outsider sees at most one in a cell of two
or more, or at most two in a cell of three or more, those would be certain: so it would be none."""
INSIDER_MARGINS = (1, 2)
"""A respondent who sees at most one other would, with that one, be a pair that is certain."""
KNOWN_ALONE = 2
"""A cell so small that its count tells an answer to one of its members, or to everyone."""
ENOUGH_PAIRS = 24
"""So many pairs that are certain are enough to look for what to take away; all are asked again after it."""


class Examination:
    """Counts what is found. ``beyond`` is who is certain of what the report does not tell."""

    def __init__(self, problem: Problem, seconds: float, seconds_of_unit: float) -> None:
        """``seconds`` is the limit of one integer program, ``seconds_of_unit`` of the whole."""
        self.problem = problem
        self.seconds = seconds
        self.system = build_system(problem.unit, problem.respondents, (problem.released,))
        self.kinds = kinds_of(self.system, problem.answers)
        self.n_pairs = 0
        self.by_report = self.derivable = self.recovered = 0
        self.beyond: list[Suspect] = []
        self.remedy: tuple[Split, ...] = ()
        self.examples: list[str] = []
        self._report: Search | None = None
        self._known: dict[tuple[bytes, tuple[int, ...], int], frozenset[Forced]] = {}
        self._until = monotonic() + seconds_of_unit

    def count(self, n_cells: int) -> int:
        """How many certainties beyond the report attackers have who are so many respondents."""
        return sum(len(attacker.cells) == n_cells and found.margin == 1 for attacker, found in self.beyond)

    @property
    def nearly(self) -> int:
        """How many certainties of all but one or two, which become whole ones by what passing tells."""
        return sum(found.margin > 1 for _, found in self.beyond)

    def run(self) -> None:
        """Find everything.

        Raises:
            DisclosureError: it does not come to its end.
        """
        truth = table_of(self.system, self.problem.answers, self.problem.unit.parts)
        search = Search(self.system, truth, self.seconds)
        outsider = outsider_of(self.system)
        told = self._ask_all(search, outsider, OUTSIDER_MARGINS, {})
        knows = {
            kind.attacker.name: self._ask_all(search, kind.attacker, INSIDER_MARGINS, told)[1] for kind in self.kinds
        }
        self._ask_pairs(search, {name: known | told[1] for name, known in knows.items()})
        self._subtract()
        if self.beyond:
            self.remedy = find_remedy(self.problem, self.system, self.beyond, self.seconds)

    def _ask_all(
        self, search: Search, attacker: Attacker, margins: tuple[int, ...], told: Mapping[int, frozenset[Target]]
    ) -> dict[int, frozenset[Target]]:
        """Per margin what an attacker is certain of; ``told`` is what others are, which is not asked again."""
        found: dict[int, frozenset[Target]] = {}
        for margin in margins:
            lower = (known for known_at, known in (*told.items(), *found.items()) if known_at <= margin)
            found[margin] = self._ask(search, attacker, margin, frozenset().union(*lower))
        return found

    def _ask_pairs(self, search: Search, knows: Mapping[str, frozenset[Target]]) -> None:
        certain = 0
        for first, second in pairs_of(self.system, self.kinds, self.problem.answers):
            self._look_at_the_clock()
            known = knows[first.attacker.name] | knows[second.attacker.name]
            before = len(self.beyond)
            self._ask(search, together(first, second), 1, known)
            self.n_pairs += 1
            certain += len(self.beyond) > before
            if certain >= ENOUGH_PAIRS:
                return

    def _look_at_the_clock(self) -> None:
        if monotonic() > self._until:
            raise DisclosureError(
                "De controle kwam niet klaar: niet alle paren zijn geprobeerd in de tijd van een vraag."
            )

    def _ask(self, search: Search, attacker: Attacker, margin: int, known: frozenset[Target]) -> frozenset[Target]:
        """What an attacker is certain of, beside what is ``known`` to part of it; gives that, whoever told it.

        What the printed report alone forces already does not count against the release.
        """
        found = search.forced(attacker, margin=margin, but_for=known)
        for one in found:
            if one in self._report_tells(attacker, margin):
                self.by_report += 1
                continue
            self.beyond.append((attacker, one))
            self.examples.append(self._in_words(attacker, one))
        return frozenset(one.target for one in found)

    def _report_tells(self, attacker: Attacker, margin: int) -> frozenset[Forced]:
        """The report's own system has the same cells and columns, so that a cell means the same in both."""
        if self._report is None:
            system = report_alone(self.problem, self.system)
            truth = table_of(system, self.problem.answers, self.problem.unit.parts)
            self._report = Search(system, truth, self.seconds)
        key = attacker.own.tobytes(), attacker.cells, margin
        if key not in self._known:
            self._known[key] = frozenset(self._report.forced(fitted(attacker, self._report.system), margin=margin))
        return self._known[key]

    def _subtract(self) -> None:
        """Answers, and withheld figures, that follow from exact numbers by subtraction alone.

        What follows by subtraction is the same for respondents of one cell, so an answer follows where the count of
        a cell of one does; or of a cell of two, of whom one knows its own answer.
        """
        exact = RowSpace(self.system.exact_rows)
        small = np.flatnonzero(self.system.target_sizes <= KNOWN_ALONE)
        targets = [_expression(self.system.target_matrix[number]) for number in small]
        found = [target for target in targets if exact.holds(target)]
        gaps = [(quantity, row) for quantity, row in self.system.withheld if row and exact.holds(row)]
        if found or gaps:
            printed = RowSpace(report_alone(self.problem, self.system).exact_rows)
            self.derivable = sum(not printed.holds(row) for row in found)
            recovered = [quantity for quantity, row in gaps if not printed.holds(row)]
            self.recovered = len(recovered)
            self.examples += [f"{q.wave}, {q.mark}: '{q.answer}' volgt door aftrekken" for q in recovered]

    def _in_words(self, attacker: Attacker, found: Forced) -> str:
        cell = self.system.cells[found.target.cell]
        marks = dict(cell.marks)[found.target.wave]
        place = ", ".join(sorted(marks - {NATION})) or "het hele land"
        verb = "gaf" if found.gave else "gaf niet"
        but = f", op hoogstens {found.margin - 1} na," if found.margin > 1 else ""
        question, item = found.target.part
        return (
            f"{attacker.name}: {question}{'' if item is None else f'[{item}]'} {found.target.wave}, elk van de "
            f"{len(cell.members)} gemeente(n) in {place}{but} {verb} '{found.target.answer}'"
        )


def report_alone(problem: Problem, system: System) -> System:
    """What the report says, over the cells of the release: same cells, so same columns but for switches.

    Raises:
        DisclosureError: the cells are others.
    """
    marks_only = Knowledge(facts=(), withheld=tuple(problem.released.quantities()))
    report = build_system(problem.unit, problem.respondents, (problem.printed, marks_only))
    if report.cells != system.cells:
        raise DisclosureError("De cellen van rapport en uitgave verschillen. Draai de controle opnieuw.")
    return report


def fitted(attacker: Attacker, system: System) -> Attacker:
    """The same attacker over fewer columns: switches come last, and nobody's answers are in them."""
    return Attacker(attacker.name, attacker.own[: len(system.upper)], attacker.cells)


def _expression(row: Counts) -> Expression:
    return {int(column): int(row[column]) for column in np.flatnonzero(row)}

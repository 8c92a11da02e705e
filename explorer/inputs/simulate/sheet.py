"""The answers to one question in one wave as yes-or-no variables of an integer program."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from numpy import bool_
from numpy.typing import NDArray

from explorer.inputs.simulate.answers import Ticks
from explorer.inputs.simulate.margins import SKIPPED, WITHIN
from explorer.inputs.simulate.places import Place
from explorer.inputs.simulate.program import IntegerProgram
from explorer.survey.codebook.model import Question

Cell = tuple[Place, str | None]
"""A respondent and an item (None without items): the unit that is answered or skipped."""


@dataclass(frozen=True)
class Sheet:
    """Per cell a variable for each option and one for "skipped", in ``program``."""

    question: Question
    wave: int
    program: IntegerProgram
    variables: dict[Cell, dict[str, int]]
    _derived: dict[tuple[Cell, str], list[int]] = field(default_factory=dict)

    @property
    def items(self) -> tuple[str | None, ...]:
        return tuple(item.id for item in self.question.items) or (None,)

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(dict.fromkeys(place for place, _ in self.variables))

    @property
    def several(self) -> bool:
        return self.question.type_in(self.wave).allows_several

    def demand_valid_answers(self) -> None:
        """One option or none skipped; or at least one tick, and an exclusive option alone."""
        for options in self.variables.values():
            if not self.several:
                self.program.add_count(options.values(), least=1, most=1)
                continue
            self.program.add_count(options.values(), least=1)
            alone = [SKIPPED, *(option.id for option in self.question.options if option.exclusive)]
            for single in alone:
                for other in (id for id in options if id not in alone):
                    self.program.add_count((options[single], options[other]), most=1)
            self.program.add_count((options[single] for single in alone), most=1)

    def counted(self, cells: Iterable[Cell], answer: str) -> list[int]:
        """Variables whose sum is the number of these cells with an option, net, "option@net" or "skipped"."""
        return [variable for cell in cells for variable in self._of(cell, answer)]

    def read(self, chosen: NDArray[bool_], item: str | None) -> dict[Place, Ticks | None]:
        """The solved answers to one item."""
        found: dict[Place, Ticks | None] = {}
        for place in self.places:
            ticked = {id for id, variable in self.variables[place, item].items() if chosen[variable]}
            found[place] = None if SKIPPED in ticked else frozenset(ticked)
        return found

    def _of(self, cell: Cell, answer: str) -> list[int]:
        options = self.variables[cell]
        if answer in options:
            return [options[answer]]
        if (cell, answer) not in self._derived:
            self._derived[cell, answer] = self._derive(cell, answer)
        return self._derived[cell, answer]

    def _derive(self, cell: Cell, answer: str) -> list[int]:
        if WITHIN in answer:
            option, net = answer.split(WITHIN)
            return [self._both(self._of(cell, option), self._of(cell, net))]
        members = [self.variables[cell][member] for member in self.question.members_of(answer)]
        return [self._any(members)] if self.several else members

    def _any(self, members: list[int]) -> int:
        either = self.program.variable()
        for member in members:
            self.program.add_sum([(either, 1), (member, -1)], least=0)
        self.program.add_sum([(either, -1), *((member, 1) for member in members)], least=0)
        return either

    def _both(self, first: list[int], second: list[int]) -> int:
        both = self.program.variable()
        parts = [*first, *second]
        for part in parts:
            self.program.add_sum([(both, -1), (part, 1)], least=0)
        self.program.add_sum([(both, 1), *((part, -1) for part in parts)], least=1 - len(parts))
        return both

"""What is taken away of a question that fails its audit, until it passes; written into the release with the reason.

First the few splits of answers that the audit names. Where they do not help, whole dimensions: urbanity before region
before new and returning, one before two. Then the national count of one answer that is not printed; in the end all of
them, so that only what is printed stays.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

from explorer.building.disclosure.model import Problem, Split
from explorer.building.disclosure.reading import DIMENSIONS
from explorer.building.disclosure.results import UnitResult
from explorer.building.disclosure.told import NATION_DIMENSION
from explorer.errors import DisclosureError
from explorer.store.files import Connection

Splits = frozenset[Split]
Problems = Callable[[], tuple[Problem, ...]]
"""Reads the release as it is at that moment."""
Audited = Callable[[Problem], UnitResult]
Told = Callable[[str, int, int], None]
"""Called with what is audited, its number (from 1) and how many there are."""


def until_safe(connection: Connection, problems: Problems, audited: Audited, told: Told) -> tuple[UnitResult, ...]:
    """Audit every question; take as little as possible away of each that fails, until all pass.

    Raises:
        DisclosureError: answers are certain even where only printed figures are left.
    """
    results = []
    everything = problems()
    for number, problem in enumerate(everything, start=1):
        told(problem.unit.name, number, len(everything))
        results.append(_Fallback(connection, problem, problems, audited).passed())
    return tuple(results)


class _Fallback:
    """One question on its way to a release that passes."""

    def __init__(self, connection: Connection, problem: Problem, problems: Problems, audited: Audited) -> None:
        self._connection = connection
        self._problem = problem
        self._problems = problems
        self._audited = audited

    def passed(self) -> UnitResult:
        """The result of the first attempt that passes; what it took away stays in ``release_drop``."""
        result = self._audited(self._problem)
        taken: Splits = frozenset()
        while not taken.issuperset(result.remedy):
            taken |= frozenset(result.remedy)
            result = self._without(taken)
        attempts = _ever_more(self._problem)
        while not result.passed:
            splits = next(attempts, None)
            if splits is None:
                raise DisclosureError(_refusal(result))
            result = self._without(splits)
        return result

    def _without(self, splits: Splits) -> UnitResult:
        """Take these away, and nothing else, and audit again."""
        for question, item in self._problem.unit.parts:
            self._connection.execute(
                "delete from release_drop where question = ? and item is not distinct from ?", [question, item]
            )
        self._connection.executemany("insert into release_drop values (?, ?, ?, ?, ?)", sorted(splits, key=str))
        (again,) = (one for one in self._problems() if one.unit.parts == self._problem.unit.parts)
        return replace(self._audited(again), dropped=_in_words(splits, self._problem))


def _ever_more(problem: Problem) -> Iterator[Splits]:
    for count in range(1, len(DIMENSIONS) + 1):
        for dimensions in combinations(DIMENSIONS, count):
            yield _all_of(problem, dimensions)
    national = sorted(_all_of(problem, (NATION_DIMENSION,)), key=str)
    yield from (frozenset({one}) for one in national)
    yield from (_all_of(problem, DIMENSIONS) | {one} for one in national)
    yield _all_of(problem, (*DIMENSIONS, NATION_DIMENSION))


def _all_of(problem: Problem, dimensions: tuple[str, ...]) -> Splits:
    return frozenset(
        Split(*part, wave, answer, dimension)
        for part, by_wave in problem.unit.layouts
        for wave, layout in by_wave
        for answer in layout.answers
        for dimension in dimensions
    )


def _in_words(splits: Splits, problem: Problem) -> tuple[str, ...]:
    """Such as ``region 2020``, or ``region 2020 (none, active)`` where only these answers lost it."""
    words = []
    for dimension, wave in sorted({(one.dimension, one.wave) for one in splits}):
        lost = sorted(one.answer for one in splits if (one.dimension, one.wave) == (dimension, wave))
        is_whole = len(lost) == sum(one.wave == wave for one in _all_of(problem, (dimension,)))
        words.append(f"{dimension} {wave}" + ("" if is_whole else f" ({', '.join(lost)})"))
    return tuple(words)


def _refusal(failed: UnitResult) -> str:
    listed = "\n".join(f"- {reason}" for reason in failed.examples or (f"{failed.unit}: {failed.unfinished}",))
    return f"Ook met alleen gedrukte cijfers is niet bewezen dat antwoorden geheim blijven:\n{listed}"

"""Small problems of disclosure that a reader can work out: one question, a few respondents, a few facts."""

from collections.abc import Iterable, Mapping

from explorer.building.disclosure.model import (
    Answers,
    Fact,
    Knowledge,
    Layout,
    Part,
    Problem,
    Quantity,
    Respondent,
    Unit,
)

PART: Part = ("meldpunt", None)
YES_NO = Layout(allows_several=False, options=("yes", "no"), exclusive=frozenset(), nets=(), crosses=())


def respondents(*marks: str) -> tuple[Respondent, ...]:
    """One respondent of 2020 per text; its groups are divided by spaces, and everyone belongs to the nation."""
    return tuple(Respondent(id, ((2020, frozenset({"nederland", *one.split()})),)) for id, one in enumerate(marks))


def answers(*chosen: str | None, wave: int = 2020, part: Part = PART) -> Answers:
    """The option(s) of each respondent, divided by spaces; None skipped."""
    return {(part, wave, id): frozenset(one.split()) for id, one in enumerate(chosen) if one is not None}


def counted(mark: str, answer: str | None, *, wave: int = 2020, partner: int | None = None) -> Quantity:
    return Quantity(PART, wave, mark, answer, None, partner)


def exactly(quantity: Quantity, count: int) -> Fact:
    return Fact(((1, quantity),), count, count)


def problem(
    who: Iterable[Respondent],
    given: Answers,
    facts: Iterable[Fact],
    *,
    layouts: Mapping[int, Layout] | None = None,
    withheld: Iterable[Quantity] = (),
) -> Problem:
    """One question, of which nothing is printed."""
    waves = tuple(sorted((layouts or {2020: YES_NO}).items()))
    return Problem(
        Unit(((PART, waves),)), tuple(who), given, Knowledge(tuple(facts), (), tuple(withheld)), Knowledge(())
    )

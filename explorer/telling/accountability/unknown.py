"""What nobody can know from the report, as far as the codebook and the printed rows tell it."""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.inputs.printed import PrintedRow
from explorer.survey.codebook.model import Codebook


@dataclass(frozen=True, slots=True)
class Assumption:
    """Answers of a question that the report does not name; ``question`` is its short label."""

    question: str
    answers: tuple[str, ...]


def assumed_answers(codebook: Codebook) -> tuple[Assumption, ...]:
    """The options that the codebook marks as assumed, by question."""
    found = (
        Assumption(question.short, tuple(option.label for option in question.options if option.assumed))
        for question in codebook.questions
    )
    return tuple(one for one in found if one.answers)


def assumed_comparisons(codebook: Codebook) -> tuple[str, ...]:
    """Short labels of the questions of which the report does not say whether the wave before asked them too."""
    return tuple(question.short for question in codebook.questions if any(use.assumed for use in question.waves))


def rates_without_counts(rows: Iterable[PrintedRow]) -> int:
    """How many printed percentages stand without a count, so that the count behind them is a choice."""
    return sum(row.kind == "exact" and row.n is None and row.pct is not None for row in rows)

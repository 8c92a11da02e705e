"""The columns of a wave export that follow from the codebook, as the contract names them."""

from collections.abc import Iterator

from explorer.survey.codebook.model import Question, QuestionType


def answer_columns(question: Question) -> tuple[tuple[str, str], ...]:
    """(column name, SQL type) of each answer column of a wave export, as the contract names them.

    A question whose type changed between waves has the columns of both types.
    """
    types = dict.fromkeys(question.type_in(use.wave) for use in question.waves if question.use_in(use.wave))
    return tuple(column for used in types for column in _columns_of_type(question, used))


def export_columns(question: Question, wave: int) -> tuple[str, ...]:
    """The answer columns that the export of ``wave`` must have for this question."""
    return tuple(name for name, _ in _columns_of_type(question, question.type_in(wave)))


def _columns_of_type(question: Question, used: QuestionType) -> Iterator[tuple[str, str]]:
    match used:
        case QuestionType.SINGLE:
            yield question.id, "varchar"
        case QuestionType.MULTIPLE:
            yield from ((f"{question.id}[{option.id}]", "boolean") for option in question.options)
        case QuestionType.MATRIX_SINGLE:
            yield from ((f"{question.id}[{item.id}]", "varchar") for item in question.items)
        case QuestionType.MATRIX_MULTIPLE:
            for item in question.items:
                yield from ((f"{question.id}[{item.id}][{option.id}]", "boolean") for option in question.options)

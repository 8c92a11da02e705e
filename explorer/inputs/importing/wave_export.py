"""Reads the export of one wave: one row per respondent, in the form of the contract."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from explorer.errors import SourceError
from explorer.inputs.importing.comments import Comment, comment_columns, read_comments, why_misplaced
from explorer.inputs.importing.contacts import resolve, split
from explorer.inputs.importing.strict_csv import Row, read_rows
from explorer.survey.codebook.columns import export_columns
from explorer.survey.codebook.model import Codebook, Question, QuestionType
from explorer.survey.geography.municipalities import Geography

COLUMNS = ("response_id", "submitted_on", "municipality", "also_answered_for")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TICKS = {"": None, "0": False, "1": True}


@dataclass(frozen=True, slots=True)
class Submission:
    """One respondent. ``answers``: column of the export → option id, tick, or None where not answered.

    ``comments`` are its open answers, if it gave any.
    """

    wave: int
    response_id: int
    submitted_on: date
    municipality: str
    also_answered_for: tuple[str, ...]
    answers: dict[str, str | bool | None]
    comments: tuple[Comment, ...] = ()


def read_wave(path: Path, wave: int, codebook: Codebook, geography: Geography) -> tuple[Submission, ...]:
    """Read the export of ``wave`` (grain: one row per respondent).

    Columns of open answers may be left out.

    Raises:
        SourceError: a column or value is not what the codebook asks for, an answer is half filled in, or a
            respondent or municipality stands twice; the message names the line and the column.
    """
    questions = tuple(question for question in codebook.questions if question.use_in(wave) is not None)
    answer_columns = [column for question in questions for column in export_columns(question, wave)]
    responses: list[Submission] = []
    seen: dict[str, set[object]] = {"response_id": set(), "municipality": set()}
    explain = partial(why_misplaced, codebook=codebook, wave=wave)
    for row in read_rows(path, (*COLUMNS, *answer_columns), optional=comment_columns(questions), explain=explain):
        response = _response(row, wave, questions, geography)
        for column, value in (("response_id", response.response_id), ("municipality", response.municipality)):
            if value in seen[column]:
                raise row.refuse(column, "staat al eerder in het bestand; haal één van beide regels weg")
            seen[column].add(value)
        responses.append(response)
    if not responses:
        raise SourceError(f"{path.name} heeft 0 respondenten: er staat alleen een kop in.")
    return tuple(responses)


def _response(row: Row, wave: int, questions: tuple[Question, ...], geography: Geography) -> Submission:
    response_id = row.whole_number("response_id")
    if not response_id:
        raise row.refuse("response_id", "is geen positief geheel getal van hooguit negen cijfers")
    submitted_on = _date(row, "submitted_on")
    municipality = resolve(row, "municipality", row.fields["municipality"], wave, geography)
    others = split(row.fields["also_answered_for"])
    answers: dict[str, str | bool | None] = {}
    for question in questions:
        answers |= _answers(row, question, wave)
    return Submission(
        wave=wave,
        response_id=response_id,
        submitted_on=submitted_on,
        municipality=municipality,
        also_answered_for=tuple(resolve(row, "also_answered_for", name, wave, geography) for name in others),
        answers=answers,
        comments=read_comments(row, questions),
    )


def _date(row: Row, column: str) -> date:
    """A date in one form only; ``fromisoformat`` alone would also read 20201031 and 2020-W44-6."""
    try:
        if DATE.fullmatch(row.fields[column]):
            return date.fromisoformat(row.fields[column])
    except ValueError:
        pass
    raise row.refuse(column, "is geen datum als 2020-10-31")


def _answers(row: Row, question: Question, wave: int) -> dict[str, str | bool | None]:
    columns = export_columns(question, wave)
    match question.type_in(wave):
        case QuestionType.SINGLE | QuestionType.MATRIX_SINGLE:
            return {column: _option(row, column, question) for column in columns}
        case QuestionType.MULTIPLE:
            return _ticks(row, question, question.id)
        case QuestionType.MATRIX_MULTIPLE:
            ticks: dict[str, str | bool | None] = {}
            for item in question.items:
                ticks |= _ticks(row, question, f"{question.id}[{item.id}]")
            return ticks


def _option(row: Row, column: str, question: Question) -> str | None:
    value = row.fields[column]
    known = [option.id for option in question.options]
    if value and value not in known:
        raise row.refuse(column, f"staat niet in het codeboek; kies uit {', '.join(known)}")
    return value or None


def _ticks(row: Row, question: Question, prefix: str) -> dict[str, str | bool | None]:
    """The ticks of one multiple response: all empty together, or all 0 or 1; an exclusive option stands alone."""
    columns = {f"{prefix}[{option.id}]": option for option in question.options}
    for column in columns:
        if row.fields[column] not in TICKS:
            raise row.refuse(column, "moet 1 (gekozen), 0 (niet gekozen) of leeg (niet beantwoord) zijn")
    ticks = {column: TICKS[row.fields[column]] for column in columns}
    empty = [column for column, tick in ticks.items() if tick is None]
    if empty and len(empty) < len(ticks):
        raise row.refuse(empty[0], "is leeg terwijl andere antwoorden van deze vraag gevuld zijn; vul 0 of 1 in")
    chosen = [column for column, tick in ticks.items() if tick]
    alone = next((column for column in chosen if columns[column].exclusive), None)
    if alone is not None and len(chosen) > 1:
        raise row.refuse(alone, "kan niet samen met een ander antwoord van deze vraag gekozen zijn")
    return dict(ticks)

"""Open answers of an export: the columns that end in ``[comment]``, and what a respondent wrote in them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.errors import SourceError
from explorer.inputs.importing.strict_csv import Row
from explorer.survey.codebook.model import Codebook, Question
from explorer.survey.formats import whole_number

ENDING = "[comment]"
LONGEST = 5_000
"""Characters of one open answer."""

_NEWLINE = re.compile(r"\r\n?")
_TURNS_TEXT = frozenset(["LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"])
"""Bidirectional classes of characters that are not seen, but show the text around them in another order."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What one respondent wrote with a question. ``place`` is the item of a matrix or the option of another question
    that it belongs to; None where it belongs to the question as a whole.
    """

    question: str
    place: str | None
    text: str


def comment_columns(questions: Iterable[Question]) -> dict[str, tuple[str, str | None]]:
    """Column of an export → (question, place) of every open answer that these questions may have."""
    columns: dict[str, tuple[str, str | None]] = {}
    for question in questions:
        columns[f"{question.id}{ENDING}"] = (question.id, None)
        columns |= {f"{question.id}[{place}]{ENDING}": (question.id, place) for place in _places(question)}
    return columns


def why_misplaced(column: str, codebook: Codebook, wave: int) -> str | None:
    """In Dutch, why no open answer of ``wave`` belongs to a column; None where the column is for something else."""
    if not column.endswith(ENDING):
        return None
    name = column.partition("[")[0]
    question = next((one for one in codebook.questions if one.id == name), None)
    if question is None:
        return f"hoort bij geen vraag: het codeboek kent '{name}' niet. Pas de kolomnaam aan of laat de kolom weg."
    if question.use_in(wave) is None:
        return f"hoort bij een vraag die in {wave} niet gesteld is. Laat de kolom weg."
    what = "onderwerp" if question.items else "antwoord"
    return f"noemt geen {what} van de vraag {name}; kies uit {', '.join(_places(question))} of gebruik {name}{ENDING}."


def read_comments(row: Row, questions: Iterable[Question]) -> tuple[Comment, ...]:
    """The open answers of one respondent, in the codebook's order; an empty cell is none.

    Raises:
        SourceError: a text is too long, or holds a character that cannot be shown; the message names line and column.
    """
    found = []
    for column, (question, place) in comment_columns(questions).items():
        text = _text(row, column) if column in row.fields else ""
        if text:
            found.append(Comment(question, place, text))
    return tuple(found)


def _places(question: Question) -> list[str]:
    """What an open answer may belong to: the items of a matrix, the options of another question."""
    return [one.id for one in (question.items or question.options)]


def _text(row: Row, column: str) -> str:
    """The text of a cell without space around it, each line ending alike. A refusal never repeats what was written."""
    text = _NEWLINE.sub("\n", row.fields[column]).strip()
    where = f"{row.path.name}, regel {row.line}, kolom {column}"
    if len(text) > LONGEST:
        raise SourceError(
            f"{where}: het open antwoord heeft {whole_number(len(text))} tekens; "
            f"{whole_number(LONGEST)} is het meeste. Kort het in."
        )
    refused = next((character for character in text if _is_control(character)), None)
    if refused is not None:
        raise SourceError(f"{where}: het open antwoord bevat stuurteken U+{ord(refused):04X}. Haal het weg.")
    return text


def _is_control(character: str) -> bool:
    """Whether a character steers instead of showing; a newline may stay."""
    return character != "\n" and (
        unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in _TURNS_TEXT
    )

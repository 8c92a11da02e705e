"""Which municipality answered and wrote what. Nothing here decides who may see it: the desks do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from explorer.gateway.rows import Rows
from explorer.survey.codebook.model import Codebook


@dataclass(frozen=True, slots=True)
class MunicipalityAnswer:
    """What one respondent answered to one question (item) in one wave.

    ``municipality`` is a code such as GM0344. ``chosen`` are option ids in the codebook's order; an empty tuple is an
    answer too: of several options none was ticked. A question that was skipped has no answer.
    """

    wave: int
    municipality: str
    question: str
    item: str | None
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityComment:
    """What one respondent wrote with a question in one wave: plain text that nobody checked.

    ``municipality`` is a code such as GM0344. ``place`` is the option or item that it belongs to; None where it belongs
    to the question as a whole.
    """

    wave: int
    municipality: str
    question: str
    place: str | None
    text: str


@dataclass(frozen=True)
class OwnRecords:
    """What one municipality answered and wrote, in all waves; it reads no other one's."""

    rows: Rows
    codebook: Codebook
    municipality: str

    def answers(self) -> tuple[MunicipalityAnswer, ...]:
        return read_answers(self.rows, self.codebook, **self._everything())

    def comments(self) -> tuple[MunicipalityComment, ...]:
        return read_comments(self.rows, self.codebook, **self._everything())

    def _everything(self) -> dict[str, list[Any]]:
        questions = [question.id for question in self.codebook.questions]
        return {"waves": list(self.codebook.waves), "questions": questions, "municipalities": [self.municipality]}


def read_answers(
    rows: Rows, codebook: Codebook, *, waves: list[int], questions: list[str], **filters: list[Any]
) -> tuple[MunicipalityAnswer, ...]:
    """Answers in the order of wave, municipality and codebook.

    ``filters``: ``municipalities``, ``provinces`` and ``urbanity``; an empty list is "all".
    """
    found = _read(rows, "answer", "item, answer.chosen", waves=waves, questions=questions, **filters)
    order = _order(codebook)
    answers = [
        MunicipalityAnswer(wave, code, question, item, _in_order(codebook, question, chosen))
        for wave, code, question, item, chosen in found
    ]
    return tuple(sorted(answers, key=lambda one: (one.wave, one.municipality, order[one.question, one.item])))


def read_comments(
    rows: Rows, codebook: Codebook, *, waves: list[int], questions: list[str], **filters: list[Any]
) -> tuple[MunicipalityComment, ...]:
    """Open answers in the order of wave, municipality and codebook; ``filters`` as in :func:`read_answers`."""
    found = _read(rows, "comment", "place, comment.written", waves=waves, questions=questions, **filters)
    order = _order(codebook)
    comments = [MunicipalityComment(*row) for row in found]
    return tuple(sorted(comments, key=lambda one: (one.wave, one.municipality, order[one.question, one.place])))


def _read(rows: Rows, table: str, columns: str, **asked: list[Any]) -> list[tuple[Any, ...]]:
    """Wave, municipality code, question and ``columns`` of a table with a row per respondent and answer."""
    sql = f"""
        select {table}.wave, participation.municipality_code, {table}.question, {table}.{columns}
        from {table}
        inner join participation
            on {table}.wave = participation.wave and {table}.response_id = participation.response_id
        where
            list_contains($waves, {table}.wave)
            and list_contains($questions, {table}.question)
            and (len($municipalities) = 0 or list_contains($municipalities, participation.municipality_code))
            and (len($provinces) = 0 or list_contains($provinces, participation.province))
            and (len($urbanity) = 0 or list_contains($urbanity, participation.urbanity_class))
    """  # noqa: S608 - names of this module; what a user chose is bound
    return rows(sql, {"municipalities": [], "provinces": [], "urbanity": [], **asked})


def _order(codebook: Codebook) -> dict[tuple[str, str | None], int]:
    return {place: number for number, place in enumerate(_places(codebook))}


def _places(codebook: Codebook) -> Iterator[tuple[str, str | None]]:
    """(question, item or option) of all that an answer, open or not, may belong to, in the codebook's order."""
    for question in codebook.questions:
        yield question.id, None
        yield from ((question.id, one.id) for one in (question.items or question.options))


def _in_order(codebook: Codebook, question: str, chosen: Iterable[str]) -> tuple[str, ...]:
    ticked = set(chosen)
    return tuple(option.id for option in codebook.question(question).options if option.id in ticked)

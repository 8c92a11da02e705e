"""Which municipality answered what. Nothing here decides who may see it: the gateway does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from explorer.codebook import Codebook

Rows = Callable[[str, dict[str, Any]], list[tuple[Any, ...]]]


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


def read_answers(
    rows: Rows, codebook: Codebook, waves: Iterable[int], questions: Iterable[str], **filters: list[Any]
) -> tuple[MunicipalityAnswer, ...]:
    """Answers in the order of wave, municipality and codebook.

    ``filters``: ``municipalities``, ``provinces`` and ``urbanity``; an empty list is "all".
    """
    sql = """
        select answer.wave, participation.municipality_code, answer.question, answer.item, answer.chosen
        from answer
        inner join participation
            on answer.wave = participation.wave and answer.response_id = participation.response_id
        where
            list_contains($waves, answer.wave)
            and list_contains($questions, answer.question)
            and (len($municipalities) = 0 or list_contains($municipalities, participation.municipality_code))
            and (len($provinces) = 0 or list_contains($provinces, participation.province))
            and (len($urbanity) = 0 or list_contains($urbanity, participation.urbanity_class))
    """
    asked = {"municipalities": [], "provinces": [], "urbanity": [], **filters}
    found = rows(sql, {"waves": list(waves), "questions": list(questions), **asked})
    places = {question.id: place for place, question in enumerate(codebook.questions)}
    answers = [
        MunicipalityAnswer(wave, code, question, item, _in_order(codebook, question, chosen))
        for wave, code, question, item, chosen in found
    ]
    return tuple(sorted(answers, key=lambda one: (one.wave, one.municipality, places[one.question], one.item or "")))


def _in_order(codebook: Codebook, question: str, chosen: Iterable[str]) -> tuple[str, ...]:
    ticked = set(chosen)
    return tuple(option.id for option in codebook.question(question).options if option.id in ticked)

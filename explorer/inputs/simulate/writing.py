"""Writes the waves and contacts as survey exports: UTF-8, comma, empty is "not answered"."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from explorer.inputs.simulate.answers import Answers, Ticks
from explorer.inputs.simulate.contacts import Contact
from explorer.survey.codebook.model import Codebook, Question

FIELDWORK = {2019: (date(2019, 12, 2), date(2020, 1, 17)), 2020: (date(2020, 10, 19), date(2020, 11, 20))}
"""First and last day on which a wave was answered."""
HOLIDAYS = (date(2019, 12, 25), date(2019, 12, 26), date(2020, 1, 1))
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DrawnRespondent:
    """One respondent's place in the file of a wave."""

    id: int
    submitted_on: date
    contact: Contact


def draw_responses(wave: int, contacts: Iterable[Contact], rng: np.random.Generator) -> tuple[DrawnRespondent, ...]:
    """The respondents in the order in which they came in, which has nothing to do with what they answered."""
    respondents = [contact for contact in contacts if contact.answered]
    order = [respondents[place] for place in rng.permutation(len(respondents))]
    open_days = _working_days(*FIELDWORK[wave])
    days = sorted(open_days[day] for day in rng.integers(len(open_days), size=len(order)))
    numbered = enumerate(zip(order, days, strict=True), start=1)
    return tuple(DrawnRespondent(number, day, contact) for number, (contact, day) in numbered)


def _working_days(first: date, last: date) -> list[date]:
    days = (first + timedelta(days=passed) for passed in range((last - first).days + 1))
    return [day for day in days if day.weekday() < SATURDAY and day not in HOLIDAYS]


def write_wave(
    path: Path, wave: int, codebook: Codebook, responses: Iterable[DrawnRespondent], answers: Answers
) -> None:
    """One row per respondent."""
    rows = [
        {
            "response_id": response.id,
            "submitted_on": response.submitted_on.isoformat(),
            "municipality": response.contact.place.name,
            "also_answered_for": "|".join(place.name for place in response.contact.answered_for),
            **dict(_answer_cells(response.contact, wave, codebook, answers)),
        }
        for response in responses
    ]
    _write(path, rows)


def write_contacts(path: Path, contacts: Mapping[int, Iterable[Contact]]) -> None:
    """One row per contact and wave in which it was asked, in the order of the municipality codes."""
    rows = [
        {
            "wave": wave,
            "municipality": contact.place.name,
            "represents": "|".join(place.name for place in contact.represents),
            "joined_in": contact.joined_in,
            "example_for": "|".join(contact.example_for),
        }
        for wave, in_wave in contacts.items()
        for contact in in_wave
    ]
    _write(path, rows)


def _write(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _answer_cells(contact: Contact, wave: int, codebook: Codebook, answers: Answers) -> Iterator[tuple[str, str]]:
    for question in codebook.questions:
        if question.use_in(wave) is None:
            continue
        items: list[str | None] = [item.id for item in question.items] or [None]
        for item in items:
            ticks = answers.of(wave, question.id, item).get(contact.place)
            yield from _cells(question, wave, item, ticks)


def _cells(question: Question, wave: int, item: str | None, ticks: Ticks | None) -> Iterator[tuple[str, str]]:
    """The columns of one question (item): an option id, or 1 and 0 per option; all empty where it was skipped."""
    name = question.id if item is None else f"{question.id}[{item}]"
    if not question.type_in(wave).allows_several:
        yield name, "" if ticks is None else next(iter(ticks))
        return
    for option in question.options:
        yield f"{name}[{option.id}]", "" if ticks is None else str(int(option.id in ticks))

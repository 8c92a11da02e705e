"""One search over questions, answers, sections and municipalities. Accents, capitals and aliases do not matter."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from explorer.survey.codebook.model import Codebook, Item, Option, Question, Section
from explorer.survey.geography.names import fold, slips, spelling, words
from explorer.survey.geography.places import Place, Places

MOST_FOUND = 8
_CLOSE_ENOUGH = 0.75


class Kind(IntEnum):
    """What an entry is; of two that match equally well the lower one comes first."""

    SECTION = 0
    QUESTION = 1
    ANSWER = 2
    MUNICIPALITY = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found, and where it is: a section's page, a question on it, or a municipality.

    ``words`` are the folded texts in which it is looked for, best first. ``spellings`` are all that mean a
    municipality, as ``names.spelling`` gives them.
    """

    kind: Kind
    label: str
    detail: str
    words: tuple[str, ...]
    section: str | None = None
    question: str | None = None
    municipality: str | None = None
    spellings: frozenset[str] = frozenset()


def search_index(codebook: Codebook, places: Places, year: int) -> tuple[Entry, ...]:
    """Everything that can be found: sections and questions as in the codebook, municipalities of ``year`` first."""
    sections = {section.id: section for section in codebook.sections}
    entries = [_section(section) for section in codebook.sections]
    for question in codebook.questions:
        entries += _question(question, sections[question.section])
    by_presence = sorted(places.everywhere, key=lambda place: not place.existed_in(year))
    return (*entries, *(_municipality(place, places, year) for place in by_presence))


def search(index: Sequence[Entry], text: str, *, most: int = MOST_FOUND) -> tuple[Entry, ...]:
    """The entries that hold every word of ``text``, best match first; without any, those that it may misspell."""
    asked = fold(text)
    if not asked:
        return ()
    spelled = spelling(text)
    found = (*(entry for entry in index if spelled in entry.spellings), *_matching(index, asked))
    return tuple(dict.fromkeys(found or _misspelled(index, text)))[:most]


def _misspelled(index: Sequence[Entry], text: str) -> tuple[Entry, ...]:
    """Municipalities within a slip of the pen, then subjects by words alike: a name alike is another municipality."""
    municipalities = (entry for entry in index if entry.kind is Kind.MUNICIPALITY)
    typed = words(text)
    meant = (entry for entry in municipalities if any(slips(typed, words(name)) is not None for name in entry.words))
    subjects = tuple(entry for entry in index if entry.kind is not Kind.MUNICIPALITY)
    return (*meant, *_matching(subjects, _respelled(subjects, fold(text))))


def _matching(index: Sequence[Entry], asked: str) -> tuple[Entry, ...]:
    ranked = sorted(
        (rank, entry.kind, position)
        for position, entry in enumerate(index)
        for rank in [_rank(entry, asked)]
        if rank is not None
    )
    return tuple(index[position] for _, _, position in ranked)


def _respelled(index: Sequence[Entry], asked: str) -> str:
    """Each word as the nearest one that occurs; a word that nothing resembles stays."""
    known = {word for entry in index for text in entry.words for word in text.split()}
    nearest = (difflib.get_close_matches(word, known, n=1, cutoff=_CLOSE_ENOUGH) or [word] for word in asked.split())
    return " ".join(best[0] for best in nearest)


def _rank(entry: Entry, asked: str) -> int | None:
    """0 for the whole name, 1 for its start, 2 for the start of a word, 3 for anything within; None without a match."""
    ranks = [_rank_in(text, asked) for text in entry.words]
    return min((rank for rank in ranks if rank is not None), default=None)


def _rank_in(text: str, asked: str) -> int | None:
    if text == asked:
        return 0
    if text.startswith(asked):
        return 1
    parts = asked.split()
    if all(any(word.startswith(part) for word in text.split()) for part in parts):
        return 2
    return 3 if all(part in text for part in parts) else None


def _section(section: Section) -> Entry:
    detail = section.kicker
    texts = tuple(fold(text) for text in (section.short, section.label, detail))
    return Entry(Kind.SECTION, section.label, detail, texts, section=section.id)


def _question(question: Question, section: Section) -> Iterator[Entry]:
    texts = (question.short, question.text, *([question.headline.label] if question.headline else []))
    found = tuple(fold(text) for text in texts)
    yield Entry(Kind.QUESTION, question.short, section.short, found, section.id, question.id)
    answers: tuple[Option | Item, ...] = (*question.options, *question.items)
    for answer in answers:
        if len(fold(answer.label)) > len("weet niet"):
            # "Ja", "Nee" and "Anders" belong to many questions and lead nowhere.
            detail = f"{section.short}: {question.short}"
            yield Entry(Kind.ANSWER, answer.label, detail, (fold(answer.label),), section.id, question.id)


def _municipality(place: Place, places: Places, year: int) -> Entry:
    """One that did not exist in ``year`` says what it came from, or what became of it."""
    names = tuple(fold(name) for name in place.names)
    in_place = f"Gemeente in {place.province}"
    detail = in_place if place.existed_in(year) else places.why_absent(place, year)
    spellings = places.spellings[place.code]
    return Entry(Kind.MUNICIPALITY, place.name, detail, names, municipality=place.code, spellings=spellings)

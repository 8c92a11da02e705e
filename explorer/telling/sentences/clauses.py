"""From a label such as "Heeft een lokale coalitie" to "73 van de 99 gemeenten hebben een lokale coalitie"."""

import re

from explorer.survey.figures.figure import Figure
from explorer.survey.formats import UNKNOWN, lower_first, upper_first, whole_number
from explorer.telling.words.numbers import of_base
from explorer.telling.words.withheld import is_range, range_of, stands_in_words, word_of

PLURALS = {
    "beoordeelt": "beoordelen",
    "begint": "beginnen",
    "betrekt": "betrekken",
    "bezoekt": "bezoeken",
    "doet": "doen",
    "draagt": "dragen",
    "evalueert": "evalueren",
    "gebruikt": "gebruiken",
    "hangt": "hangen",
    "heeft": "hebben",
    "houdt": "houden",
    "is": "zijn",
    "kent": "kennen",
    "krijgt": "krijgen",
    "laat": "laten",
    "leert": "leren",
    "maakt": "maken",
    "meet": "meten",
    "monitort": "monitoren",
    "organiseert": "organiseren",
    "past": "passen",
    "stuurt": "sturen",
    "werkt": "werken",
    "zet": "zetten",
}
"""Verbs with which a label of the codebook may start, and their plural."""

_SEVERAL = 2
_WORD = re.compile(r"[^\W\d_]+")


class UnknownVerbError(ValueError):
    """A label does not start with a verb whose plural is known."""


def starts_with_verb(label: str) -> bool:
    """Whether the label can follow a subject: "Heeft een meldpunt" can, "Nieuwe coalities" cannot."""
    first = _WORD.match(label)
    return first is not None and first.group().lower() in PLURALS


def singular_clause(label: str) -> str:
    """The label as what one municipality does: "heeft een lokale coalitie".

    Raises:
        UnknownVerbError: the label does not start with a known verb.
    """
    if not starts_with_verb(label):
        raise UnknownVerbError(f"'{label}' starts with no verb of PLURALS")
    return lower_first(label)


def plural_clause(label: str) -> str:
    """The label as what several do, each of its verbs in the plural: "monitoren en evalueren".

    Raises:
        UnknownVerbError: the label does not start with a known verb.
    """
    return _WORD.sub(lambda word: PLURALS.get(word.group(), word.group()), singular_clause(label))


def subject(n: int | None, base: int | None) -> tuple[str, bool]:
    """Who it is about, within a sentence, and whether it takes a plural verb.

    None, one, all, both and exactly half have words of their own; unknown is "een onbekend aantal gemeenten".
    """
    if n is None or base is None:
        return f"een {UNKNOWN} aantal gemeenten", False
    if base < _SEVERAL:
        return _subject_of_few(n, base), False
    total = f"{whole_number(base)} gemeenten"
    if n == base:
        return ("beide gemeenten" if base == _SEVERAL else f"alle {total}"), True
    if 2 * n == base and n > 1:
        return f"de helft van de {total} ({whole_number(n)})", False
    return f"{whole_number(n) if n else 'geen'} van de {total}", n > 1


def subject_of(figure: Figure) -> tuple[str, bool]:
    """The subject of a figure as :func:`subject`: in words where the release has them, a range where it tells one."""
    if stands_in_words(figure):
        return f"{word_of(figure)} gemeenten", True
    if is_range(figure):
        return f"{range_of(figure)} {of_base(figure)}", True
    return subject(figure.n, figure.base)


def _subject_of_few(n: int, base: int) -> str:
    """Among one or no municipality, where "van de" makes no sense."""
    if base == 0:
        return "geen enkele gemeente"
    return "de enige gemeente (1 van 1)" if n else "geen enkele gemeente (0 van 1)"


def finding(n: int | None, base: int | None, label: str) -> str:
    """A sentence without its full stop: "73 van de 99 gemeenten hebben een lokale coalitie".

    Raises:
        UnknownVerbError: the label does not start with a known verb.
    """
    return _sentence(subject(n, base), label)


def finding_of(figure: Figure, label: str) -> str:
    """The same of a figure: "Minder dan 5 gemeenten hebben …", "16 tot 18 van de 26 gemeenten hebben …".

    Raises:
        UnknownVerbError: the label does not start with a known verb.
    """
    return _sentence(subject_of(figure), label)


def at(figure: Figure) -> str:
    """Where something holds: "bij 72 van de 98 gemeenten", "bij geen van de 98 gemeenten"."""
    return f"bij {subject_of(figure)[0]}"


def _sentence(who: tuple[str, bool], label: str) -> str:
    name, is_plural = who
    return upper_first(f"{name} {plural_clause(label) if is_plural else singular_clause(label)}")

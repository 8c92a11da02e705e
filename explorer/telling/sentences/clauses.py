"""From a label such as "Heeft een lokale coalitie" to "73 van de 99 gemeenten hebben een lokale coalitie"."""

from dataclasses import dataclass

from explorer.survey.codebook.model import Item
from explorer.survey.figures.figure import SMALL_BASE, Figure
from explorer.survey.formats import UNKNOWN, agreeing, lower_first, upper_first, whole_number
from explorer.telling.words.numbers import signed_base, signed_count
from explorer.telling.words.verbs import clause
from explorer.telling.words.withheld import base_of, is_range, range_of, stands_in_words, word_of


@dataclass(frozen=True, slots=True)
class Manner:
    """How a sentence is said: in the past for an earlier wave, with the signs of its numbers where it stands without a
    picture, and with who municipalities are where it stands without a page.
    """

    is_past: bool = False
    has_signs: bool = False
    noun: str = "gemeenten"

    @property
    def singular(self) -> str:
        return self.noun.removesuffix("n")


PLAIN = Manner()
_ANSWERED = "die antwoord gaven"


def subject(n: int | None, base: int | None, manner: Manner = PLAIN) -> tuple[str, bool]:
    """Who it is about, within a sentence, and whether it takes a plural verb; unknown is "een onbekend aantal".

    Of few there are counts alone. All and exactly half of enough have words of their own: all are those who answered.

    >>> subject(98, 98)[0], subject(49, 98)[0], subject(8, 8)[0]
    ('alle 98 gemeenten die antwoord gaven', 'de helft van de 98 gemeenten (49)', '8 van de 8 gemeenten')
    """
    if n is None or base is None:
        return f"een {UNKNOWN} aantal {manner.noun}", False
    return _counted(whole_number(n), whole_number(base), n, base, manner)


def subject_of(figure: Figure, manner: Manner = PLAIN) -> tuple[str, bool]:
    """The subject of a figure as :func:`subject`: in words where the release has them, a range where it tells one."""
    if stands_in_words(figure):
        return f"{word_of(figure)} {manner.noun}", True
    if is_range(figure):
        return f"{_at_range(figure)} van de {base_of(figure)} {manner.noun}", True
    if figure.n is None or figure.base is None:
        return subject(None, None, manner)
    if not manner.has_signs:
        return subject(figure.n, figure.base, manner)
    return _counted(signed_count(figure), signed_base(figure), figure.n, figure.base, manner)


def _counted(n_text: str, base_text: str, n: int, base: int, manner: Manner) -> tuple[str, bool]:
    if base == 0:
        return f"geen enkele {manner.singular}", False
    if base == 1:
        return f"{n_text} van {base_text} {manner.singular}", False
    total = f"{base_text} {manner.noun}"
    if base >= SMALL_BASE and n == base:
        return f"alle {total} {_ANSWERED}", True
    if base >= SMALL_BASE and 2 * n == base:
        return f"de helft van de {total} ({n_text})", False
    # A count of few is no more than a count; "geen" is a word for enough of them.
    few = n_text if n or base < SMALL_BASE else "geen"
    return f"{few} van de {total}", n > 1


def _at_range(figure: Figure) -> str:
    """A range as a sentence says it: at its edges "hoogstens 2" and "minstens 16"."""
    if figure.n_low == 0:
        return f"hoogstens {whole_number(figure.n_high)}"
    if figure.n_high == figure.exact_base:
        return f"minstens {whole_number(figure.n_low)}"
    return range_of(figure)


def finding_of(figure: Figure, label: str, manner: Manner = PLAIN) -> str:
    """A sentence without its full stop: "73 van de 99 gemeenten hebben een lokale coalitie", "16 tot 18 van de …".

    Raises:
        UnknownVerbError: the label does not start with a known verb.
    """
    name, is_plural = subject_of(figure, manner)
    only = figure.base == 1 and figure.n == 1
    if only:
        return f"De ene {manner.singular} die antwoordde, {clause(label, is_plural=False, is_past=manner.is_past)}"
    return upper_first(f"{_closed(name)} {clause(label, is_plural=is_plural, is_past=manner.is_past)}")


def item_finding_of(figure: Figure, statement: str, item: Item, manner: Manner = PLAIN, *, is_about_item: bool) -> str:
    """The same of an item: "87 van de 99 gemeenten kennen en gebruiken de adviseurs", or of what it does itself "Bij 72
    van de 96 gemeenten doet de financiële sector niet mee".
    """
    phrase = item.phrase or lower_first(item.label)
    if not is_about_item:
        return finding_of(figure, statement.format(item=phrase), manner)
    does = clause(statement, is_plural=item.is_plural, is_past=manner.is_past).format(item=phrase)
    return upper_first(f"{_closed(at(figure, manner))} {does}")


def _closed(name: str) -> str:
    """With the comma behind a clause of its own, before the verb."""
    return f"{name}," if name.endswith(_ANSWERED) else name


def at(figure: Figure, manner: Manner = PLAIN) -> str:
    """Where something holds: "bij 72 van de 98 gemeenten", "bij geen van de 98 gemeenten"."""
    return f"bij {subject_of(figure, manner)[0]}"


def answered(figure: Figure) -> str:
    """How many answered: "8 gemeenten gaven antwoord"."""
    base = figure.base or 0
    return f"{whole_number(base) if base else 'geen'} {agreeing(base, 'gemeente gaf', 'gemeenten gaven')} antwoord"

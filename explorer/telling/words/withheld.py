"""What stands where a released figure has no exact number: a range, a word, or why there is nothing."""

from collections.abc import Iterable

from explorer.survey.asking.groups import NATION
from explorer.survey.figures.figure import Figure, ReleaseStatus
from explorer.survey.formats import NO_BREAK, UNKNOWN, counted, listed, whole_number
from explorer.telling.words.origin import signed

RANGES = "Het echte aantal ligt binnen het bereik."

_EXACT_GROUPS = (None, NATION)
NOT_SPLIT_WORDS, NOT_PER_GROUP_WORDS, PROTECTED_WORDS = "niet uitgesplitst", "niet per groep", "beschermd"
_WORDS: dict[ReleaseStatus | None, str] = {
    ReleaseStatus.FEWER_THAN_5: "minder dan 5",
    ReleaseStatus.ALMOST_ALL: "bijna alle",
    ReleaseStatus.NOT_SPLIT: NOT_SPLIT_WORDS,
    ReleaseStatus.SMALL_BASE: "te weinig antwoorden",
    ReleaseStatus.NET_IN_WORDS: "alleen in woorden",
    ReleaseStatus.DROPPED: PROTECTED_WORDS,
    ReleaseStatus.COMPLEMENT: PROTECTED_WORDS,
    ReleaseStatus.SMALL_GROUP: "te kleine groep",
}
_FEWER_SIGN, _SIGN = "<5", "–"
_SIZES: dict[ReleaseStatus | None, float] = {ReleaseStatus.FEWER_THAN_5: 2.0, ReleaseStatus.ALMOST_ALL: float("inf")}
_RANGES = (ReleaseStatus.RANGE, ReleaseStatus.WIDE_RANGE)


def is_range(figure: Figure) -> bool:
    """Whether only a range of the count is released, and it is more than one number."""
    return figure.status in _RANGES and figure.n_low != figure.n_high


def base_of(figure: Figure, between: str = " tot ") -> str:
    """How many answered: "37", or where that is not told exactly "35 tot 37"; short "35–37"."""
    if figure.base_low == figure.base_high:
        return whole_number(figure.base)
    return f"{whole_number(figure.base_low)}{between}{whole_number(figure.base_high)}"


def counted_base(figure: Figure) -> str:
    """The same with its noun: "1 gemeente", "35 tot 37 gemeenten"."""
    if figure.base_low == figure.base_high:
        return counted(figure.base, "gemeente", "gemeenten")
    return f"{base_of(figure)} gemeenten"


def range_of(figure: Figure, between: str = " tot ") -> str:
    """Such as "16 tot 18"; short "16–18"."""
    return f"{whole_number(figure.n_low)}{between}{whole_number(figure.n_high)}"


def printed_part_of(figure: Figure) -> str:
    """The one number of a figure that the report prints: "40 gemeenten", "43 %"."""
    if figure.exact_n is not None:
        return signed(counted(figure.exact_n, "gemeente", "gemeenten"), figure, "n")
    return signed(f"{str(figure.printed_pct).replace('.', ',')}{NO_BREAK}%", figure, "pct")


def status_of(figure: Figure) -> ReleaseStatus | None:
    """The status of a withheld figure; None where the figure is not withheld by the release."""
    return None if figure.withheld is None else figure.withheld.status


def stands_in_words(figure: Figure) -> bool:
    """Whether words stand for the number: "minder dan 5" or "bijna alle"."""
    return status_of(figure) in _SIZES


def word_of(figure: Figure) -> str:
    """What stands in the place of the number of a figure that has none."""
    if is_range(figure):
        return range_of(figure)
    if figure.status is ReleaseStatus.PRINTED_IN_PART:
        return printed_part_of(figure)
    if lacks_answers_elsewhere(figure):
        return NOT_PER_GROUP_WORDS
    return _WORDS.get(status_of(figure), UNKNOWN)


def lacks_answers_elsewhere(figure: Figure) -> bool:
    """Whether a group shows nothing because it, or another one beside it, has too few answers.

    All groups of a dimension are then withheld together, so that of none it can be said that it is the small one.
    """
    return status_of(figure) is ReleaseStatus.SMALL_BASE and figure.group not in _EXACT_GROUPS


def sign_of(figure: Figure) -> str:
    """The same where space is scarce: "16–18", "<5" or a dash."""
    if is_range(figure):
        return range_of(figure, "–")
    return _FEWER_SIGN if status_of(figure) is ReleaseStatus.FEWER_THAN_5 else _SIGN


def count_of(figure: Figure) -> str:
    """A count where space is scarce; a sign where it is not told exactly."""
    return sign_of(figure) if figure.n is None or is_range(figure) else signed(whole_number(figure.n), figure, "n")


def size_of(figure: Figure) -> float:
    """By what a figure is ordered: its count, or what its words say of it; below 0 where nothing is known."""
    middle = middle_of(figure)
    return _SIZES.get(status_of(figure), -1.0) if middle is None else middle


def middle_of(figure: Figure) -> float | None:
    """The count, the number that stands for a range, or else its middle; None where nothing is told."""
    if figure.n is None and figure.n_low is not None and figure.n_high is not None and is_range(figure):
        return (figure.n_low + figure.n_high) / 2
    return None if figure.n is None else float(figure.n)


def ranges_line(figures: Iterable[Figure]) -> str | None:
    """Says how a range is read; None where there is none."""
    return RANGES if any(map(is_range, figures)) else None


def signs_line(figures: Iterable[Figure]) -> str | None:
    """What the signs of :func:`sign_of` among ``figures`` mean; None where none of them is used."""
    found: dict[str, list[str]] = {}
    for figure in figures:
        if figure.n is None and not is_range(figure) and word_of(figure) not in found.setdefault(sign_of(figure), []):
            found[sign_of(figure)].append(word_of(figure))
    return ". ".join(f"{sign}: {listed(words, 'of')}" for sign, words in found.items()) + "." if found else None

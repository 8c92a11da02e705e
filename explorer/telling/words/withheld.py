"""What stands where a released figure has no number, and which numbers were rounded before they were released."""

from collections.abc import Iterable

from explorer.survey.asking.groups import NATION
from explorer.survey.figures.figure import Figure, ReleaseStatus
from explorer.survey.formats import NO_BREAK, UNKNOWN, listed

ROUNDED = "Aantallen afgerond op 5."
ABOUT = f"±{NO_BREAK}"
"""Before a rounded number in a picture or table."""

_EXACT_GROUPS = (None, NATION)
NOT_SPLIT_WORDS = "niet uitgesplitst"
_WORDS: dict[ReleaseStatus | None, str] = {
    ReleaseStatus.FEWER_THAN_3: "minder dan 3",
    ReleaseStatus.ALMOST_ALL: "bijna alle",
    ReleaseStatus.NOT_SPLIT: NOT_SPLIT_WORDS,
    ReleaseStatus.SMALL_BASE: "te weinig antwoorden",
    ReleaseStatus.NET_IN_WORDS: "alleen in woorden",
    ReleaseStatus.DROPPED: NOT_SPLIT_WORDS,
}
_FEWER_SIGN, _SIGN = "<3", "–"
_SIZES: dict[ReleaseStatus | None, float] = {ReleaseStatus.FEWER_THAN_3: 1.5, ReleaseStatus.ALMOST_ALL: float("inf")}


def is_rounded(figure: Figure) -> bool:
    """Whether count and base were rounded to 5 before they were released."""
    return figure.status is ReleaseStatus.ROUNDED


def status_of(figure: Figure) -> ReleaseStatus | None:
    """The status of a withheld figure; None where the figure is not withheld by the release."""
    return None if figure.withheld is None else figure.withheld.status


def stands_in_words(figure: Figure) -> bool:
    """Whether words stand for the number: "minder dan 3" or "bijna alle"."""
    return status_of(figure) in _SIZES


def word_of(figure: Figure) -> str:
    """What stands in the place of the number of a figure that has none."""
    if lacks_answers_elsewhere(figure):
        return NOT_SPLIT_WORDS
    return _WORDS.get(status_of(figure), UNKNOWN)


def lacks_answers_elsewhere(figure: Figure) -> bool:
    """Whether a group shows nothing because it, or another one beside it, has too few answers.

    All groups of a dimension are then withheld together, so that of none it can be said that it is the small one.
    """
    return status_of(figure) is ReleaseStatus.SMALL_BASE and figure.group not in _EXACT_GROUPS


def sign_of(figure: Figure) -> str:
    """The same where space is scarce: "<3" or a dash."""
    return _FEWER_SIGN if status_of(figure) is ReleaseStatus.FEWER_THAN_3 else _SIGN


def size_of(figure: Figure) -> float:
    """By what a figure is ordered: its count, or what its words say of it; below 0 where nothing is known."""
    return float(figure.n) if figure.n is not None else _SIZES.get(status_of(figure), -1.0)


def rounded_line(figures: Iterable[Figure]) -> str | None:
    """Says that counts are rounded; None where none of them is."""
    return ROUNDED if any(map(is_rounded, figures)) else None


def signs_line(figures: Iterable[Figure]) -> str | None:
    """What the signs of :func:`sign_of` among ``figures`` mean; None where none of them is used."""
    found: dict[str, list[str]] = {}
    for figure in figures:
        if figure.n is None and word_of(figure) not in found.setdefault(sign_of(figure), []):
            found[sign_of(figure)].append(word_of(figure))
    return ". ".join(f"{sign}: {listed(words, 'of')}" for sign, words in found.items()) + "." if found else None

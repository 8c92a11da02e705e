"""A claim: the figures that a sentence is about, and what it says of them."""

from dataclasses import dataclass
from enum import StrEnum

from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure
from explorer.telling.words.withheld import is_range, stands_in_words


class ClaimKind(StrEnum):
    """What is said. Under a base of 10 only ``COUNT`` and ``BASE``; of a change only what chance does not explain.

    Of one figure: its share, that all or none gave the answer, a count of few respondents, a range, the words that
    stand for a number. Of several: that one answer was given clearly more than any other, or that some were given about
    as often. Of two waves: a change, one that is beyond chance among those alone who answered both times, the direction
    of one that ranges leave certain, that none is beyond chance, that too few answered to say so, or that
    ranges leave it open. ``BASE`` says only how many answered.
    """

    SHARE = "share"
    ALL = "all"
    NONE = "none"
    COUNT = "count"
    RANGE = "range"
    WORDS = "words"
    LARGEST = "largest"
    SIMILAR = "similar"
    BASE = "base"
    NOTHING = "nothing"
    CHANGE = "change"
    PANEL_CHANGE = "panel_change"
    DIRECTION = "direction"
    NO_CHANGE = "no_change"
    TOO_FEW = "too_few"
    OPEN = "open"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Claim:
    """``figures`` are those that the sentence names, the first one first; ``label`` names the answer of the first.

    ``change`` is what a claim about two waves is about.
    """

    kind: ClaimKind
    figures: tuple[Figure, ...] = ()
    label: str = ""
    change: Change | None = None


def claim_of(figure: Figure, label: str) -> Claim:
    """What one figure carries by itself; ``NOTHING`` where nothing is told of it."""
    return Claim(_kind_of(figure), (figure,), label)


def _kind_of(figure: Figure) -> ClaimKind:
    if stands_in_words(figure):
        return ClaimKind.WORDS
    if is_range(figure):
        return ClaimKind.RANGE
    if figure.n is None or not figure.base:
        return ClaimKind.NOTHING
    return _kind_of_few(figure.n, figure.base) if figure.has_small_base else _kind_of_many(figure.n, figure.base)


def _kind_of_few(n: int, base: int) -> ClaimKind:
    """What the only one did not answer says little, and reads as a fault."""
    return ClaimKind.BASE if base == 1 and not n else ClaimKind.COUNT


def _kind_of_many(n: int, base: int) -> ClaimKind:
    if n == base:
        return ClaimKind.ALL
    return ClaimKind.SHARE if n else ClaimKind.NONE

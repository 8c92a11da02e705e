"""The figure: a count with its base and its origin. Pure arithmetic, no database, no screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Question

WORD_LIMIT = 4
"""``fewer_than_5`` is at most this many; ``almost_all`` at most this many less than the base."""
MOST_POINTS = 6.0
"""Half of the width of a range of percentages, in points, up to which a number may stand for it."""
ABOUT_EQUAL_POINTS = 5
"""Percentage points within which two shares of the same respondents are called about equal."""
SMALL_BASE = 10
"""Under this base pages and exports show counts and no percentage."""


class Kind(StrEnum):
    """What a figure counts: an option, a net of options, or an option among the respondents of a net."""

    OPTION = "option"
    NET = "net"
    CROSS = "cross"


class Origin(StrEnum):
    """Where a figure comes from: the report prints it, the simulation made it, or it was observed."""

    PRINTED = "printed"
    SIMULATED = "simulated"
    OBSERVED = "observed"


class ReleaseStatus(StrEnum):
    """What the release shows of a figure, as ``queries/43_release_rule.sql`` and what comes after it decide.

    The first two have a number, ``RANGE`` one in the middle of where the count lies. For the next three words stand:
    "3 tot 9", "minder dan 5", "bijna alle". ``PRINTED_IN_PART`` is a count or a percentage of which the report prints
    nothing else. The gateway alone gives ``NOT_PRINTED``: of the panel the release holds only what the report prints.
    """

    PRINTED = "printed"
    EXACT = "exact"
    RANGE = "range"
    WIDE_RANGE = "wide_range"
    FEWER_THAN_5 = "fewer_than_5"
    ALMOST_ALL = "almost_all"
    PRINTED_IN_PART = "printed_in_part"
    COMPLEMENT = "complement"
    NOT_SPLIT = "not_split"
    SMALL_BASE = "small_base"
    SMALL_GROUP = "small_group"
    NET_IN_WORDS = "net_in_words"
    DROPPED = "dropped"
    NOT_DEFINED = "not_defined"
    MINISTRY = "ministry"
    NOT_PRINTED = "not_printed"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why a released figure shows no number; ``reason`` says it in Dutch.

    ``wider_group`` is the group to look at instead, if there is one.
    """

    status: ReleaseStatus
    reason: str
    wider_group: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One count. ``n`` and ``base`` are respondents; both are None where the figure is withheld.

    ``group`` is the group of the release that it counts; None for the ministry's own figures.

    ``item`` is None except in a matrix; ``option`` is the id of an option or net, and None in section ``response``.
    ``status`` is what the release shows of it, and ``n_low`` to ``n_high`` is where the count lies by all that is told
    (``base_low`` to ``base_high`` where the base lies); None for the ministry's own figures, and where nothing is told.
    In a range ``n`` and ``base`` are whole numbers within those limits that add up with the others of the question.
    ``printed_pct`` is a percentage of which the report prints neither count nor base.
    ``printed`` names the numbers (``n``, ``base``, ``pct``) that the report prints, ``differing`` those of which it
    prints another one; both stay empty where a filter makes it another figure than the report's.
    """

    section: str
    question: str
    item: str | None
    option: str | None
    kind: Kind
    wave: int
    population: Population
    group: str | None
    n: int | None
    base: int | None
    origin: Origin
    withheld: Withheld | None = None
    status: ReleaseStatus | None = None
    n_low: int | None = None
    n_high: int | None = None
    base_low: int | None = None
    base_high: int | None = None
    printed_pct: Decimal | None = None
    printed: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()

    @property
    def pct(self) -> Decimal | None:
        """The percentage with one decimal, rounded half up; None where withheld or where nobody answered."""
        return self.printed_pct if self.n is None else percentage(self.n, self.base, decimals=1)

    @property
    def exact_n(self) -> int | None:
        """The count itself, also where its base is not told; None where there is only a range, or nothing."""
        if self.status is None:
            return self.n
        return self.n_low if self.n_low == self.n_high else None

    @property
    def exact_base(self) -> int | None:
        """The base, where it is told exactly."""
        return self.base if self.base_low == self.base_high else None

    @property
    def share_bounds(self) -> tuple[Fraction, Fraction] | None:
        """The lowest and highest share that the figure may stand for, by all that is told; None where nothing is."""
        if self.exact_n is not None and self.exact_base:
            exact = Fraction(self.exact_n, self.exact_base)
            return exact, exact
        if self.n_low is None or self.n_high is None or not self.base_low or not self.base_high:
            return None
        return Fraction(self.n_low, self.base_high), min(Fraction(self.n_high, self.base_low), Fraction(1))

    @property
    def has_small_base(self) -> bool:
        """Whether the base is too small for a percentage on a page."""
        return self.base is not None and self.base < SMALL_BASE


def countable_answers(question: Question) -> Iterator[tuple[str, Kind, str | None]]:
    """(answer, kind, net within which a cross counts) of all that can be counted, in the codebook's order."""
    yield from ((option.id, Kind.OPTION, None) for option in question.options)
    yield from ((net.id, Kind.NET, None) for net in question.nets)
    yield from ((cross.option, Kind.CROSS, cross.within) for cross in question.crosses)


def percentage(n: int | None, base: int | None, *, decimals: int) -> Decimal | None:
    """``n`` of ``base`` as a percentage, rounded half up from whole numbers (never through a float).

    >>> percentage(64, 73, decimals=0)
    Decimal('88')
    >>> percentage(1, 800, decimals=1)
    Decimal('0.1')
    """
    if n is None or not base:
        return None
    step = Decimal(1).scaleb(-decimals)
    scale = 10**decimals
    return (Decimal(2 * n * 100 * scale + base) // Decimal(2 * base)) * step


def find(
    figures: tuple[Figure, ...], option: str, *, item: str | None = None, kind: Kind | None = None
) -> Figure | None:
    """The figure of an option or net (of an item), or None where there is none."""
    return next(
        (
            figure
            for figure in figures
            if figure.option == option and figure.item == item and kind in (None, figure.kind)
        ),
        None,
    )

"""What must hold for each kind of row, computed in whole numbers and fractions."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from explorer.errors import SelectionError
from explorer.inputs.printed.report import NATIONAL
from explorer.inputs.printed.rows import PrintedRow
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Codebook
from explorer.survey.figures.figure import ABOUT_EQUAL_POINTS, Figure, Kind, percentage
from explorer.survey.formats import UNKNOWN, decimal_number, out_of, rounded, whole_number

NEAR_POINTS = 3
"""Percentage points within which a share is "approximately" another."""
NEAR_SHARE = Fraction(3, 100)
"""Part of a printed count within which a count is "approximately" that."""

RATES = {"response_rate": "responded"}
"""Questions of section ``response`` that stand for the share of another one."""

LIMITS: dict[str, tuple[Callable[[Fraction], bool], str]] = {
    "almost_all": (lambda share: share >= Fraction(85, 100), "minstens 85 %"),
    "majority": (lambda share: share > Fraction(1, 2), "meer dan 50 %"),
    "large_part": (lambda share: share >= Fraction(60, 100), "minstens 60 %"),
    "slightly_less_than_half": (lambda share: Fraction(40, 100) <= share < Fraction(1, 2), "40 tot 50 %"),
    "few": (lambda share: share <= Fraction(15, 100), "hoogstens 15 %"),
    "not_a_challenge": (lambda share: share <= Fraction(10, 100), "hoogstens 10 %"),
}


class NotComputableError(Exception):
    """A figure that a rule needs is not there."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a rule holds, with what was expected and what was computed, in Dutch."""

    holds: bool
    expected: str
    computed: str


class Lookup:
    """Unfiltered figures by their coordinates; those of the new population and of parts of the country are left out."""

    def __init__(self, codebook: Codebook, figures: Iterable[Figure]) -> None:
        self.codebook = codebook
        self._figures: dict[tuple[object, ...], Figure] = {
            (f.question, f.item, f.option, f.wave, f.population, f.kind is Kind.CROSS): f
            for f in figures
            if f.group in NATIONAL and f.population is not Population.NEW
        }

    def figure(self, row: PrintedRow) -> Figure:
        """The figure at the coordinates of a row; a rule asks for another one with ``replace(row, …)``.

        Raises:
            NotComputableError: there is no such figure, or its count is not told exactly.
        """
        key = _key(row)
        found = self._figures.get(key)
        if found is None or found.n is None or found.exact_n is None:
            raise NotComputableError(f"Het cijfer {'/'.join(str(part) for part in key if part)} is er niet.")
        return found

    def siblings(self, row: PrintedRow) -> list[Figure]:
        """The same answer for the other items of a matrix, or the other options of the question."""
        question = self.codebook.question(row.question)
        if question.items:
            return [self.figure(replace(row, item=item.id)) for item in question.items if item.id != row.item]
        return [self.figure(replace(row, option=option.id)) for option in question.options if option.id != row.option]


def _key(row: PrintedRow) -> tuple[object, ...]:
    question = RATES.get(row.question, row.question)
    return question, row.item, row.option, row.wave, row.population, row.figure_kind is Kind.CROSS


def judge(row: PrintedRow, lookup: Lookup) -> Outcome:
    """Apply the rule of the row's kind (not ``conflict``).

    Raises:
        NotComputableError: a figure is missing, or the kind is unknown.
    """
    for pattern, rule in RULES:
        if found := re.fullmatch(pattern, row.kind):
            return rule(row, lookup, *found.groups())
    raise NotComputableError(f"De soort '{row.kind}' is onbekend.")


def share(figure: Figure) -> Fraction:
    """The exact fraction n / base.

    Raises:
        NotComputableError: nobody answered, or the figure is withheld.
    """
    if figure.n is None or not figure.base:
        raise NotComputableError("Het cijfer heeft geen basis.")
    return Fraction(figure.n, figure.base)


def in_words(n: int | None, base: int | None = None) -> str:
    """A count with its base and percentage, such as "64 van 73 (87,7 %)"."""
    if n is None:
        return UNKNOWN
    pct = percentage(n, base, decimals=1)
    counts = whole_number(n)
    return counts if pct is None else f"{out_of(n, base, article=False)} ({decimal_number(pct)} %)"


def _shown(figure: Figure) -> str:
    return in_words(figure.n, figure.base)


def _exact(row: PrintedRow, lookup: Lookup) -> Outcome:
    figure = lookup.figure(row)
    rounded = percentage(figure.n, figure.base, decimals=row.decimals)
    holds = row.n in (None, figure.n) and row.base in (None, figure.base) and row.pct in (None, rounded)
    return Outcome(holds, printed(row), _shown(figure))


def printed(row: PrintedRow) -> str:
    """What a row prints, in words."""
    parts = ["" if row.n is None else whole_number(row.n), "" if row.base is None else f"van {whole_number(row.base)}"]
    parts.append("" if row.pct is None else f"{decimal_number(row.pct)} %")
    return " ".join(part for part in parts if part) or "alleen in woorden"


def _approximate(row: PrintedRow, lookup: Lookup) -> Outcome:
    figure = lookup.figure(row)
    if row.n is not None:
        return about(figure, row.n)
    if row.pct is None:
        raise NotComputableError("De rij noemt geen aantal en geen percentage.")
    near = abs(100 * share(figure) - Fraction(row.pct)) <= NEAR_POINTS
    return Outcome(near, f"ongeveer {decimal_number(row.pct)} %", _shown(figure))


def about(figure: Figure, count: int) -> Outcome:
    """Whether a count lies within 3 % of another one."""
    near = figure.n is not None and abs(figure.n - count) <= NEAR_SHARE * count
    return Outcome(near, f"ongeveer {whole_number(count)}", in_words(figure.n))


def _within_limit(row: PrintedRow, lookup: Lookup) -> Outcome:
    figure = lookup.figure(row)
    holds, words = LIMITS[row.kind]
    if row.base in (None, figure.base):
        return Outcome(holds(share(figure)), words, _shown(figure))
    if row.base not in _net_sizes(row, lookup) or figure.n is None or not row.base:
        return Outcome(False, f"{words} van {whole_number(row.base)}", _shown(figure))
    return Outcome(
        holds(Fraction(figure.n, row.base)), f"{words} van {whole_number(row.base)}", in_words(figure.n, row.base)
    )


def _net_sizes(row: PrintedRow, lookup: Lookup) -> set[int | None]:
    """How many respondents each net that holds the option has: a printed base may be one of these."""
    nets = lookup.codebook.question(row.question).nets
    return {lookup.figure(replace(row, option=net.id)).n for net in nets if row.option in net.options}


def _relatively_many(row: PrintedRow, lookup: Lookup) -> Outcome:
    figure, others = lookup.figure(row), [share(sibling) for sibling in lookup.siblings(row)]
    mean = sum(others, Fraction()) / len(others)
    return Outcome(
        share(figure) > mean, f"meer dan gemiddeld {decimal_number(rounded(100 * mean, 1))} %", _shown(figure)
    )


def ranks(row: PrintedRow, lookup: Lookup, rank: int | str) -> Outcome:
    """Whether exactly ``rank - 1`` siblings are larger and none is equal."""
    figure = lookup.figure(row)
    others = [share(sibling) for sibling in lookup.siblings(row)]
    larger = sum(other > share(figure) for other in others)
    tied = share(figure) in others
    place = f"plaats {larger + 1}{' (gedeeld)' if tied else ''}: {_shown(figure)}"
    return Outcome(larger == int(rank) - 1 and not tied, f"plaats {rank}", place)


def _against_wave(row: PrintedRow, lookup: Lookup, comparison: str, wave: str) -> Outcome:
    now, before = lookup.figure(row), lookup.figure(replace(row, wave=int(wave)))
    counts_alone = row.section == "response" and row.question not in RATES
    sizes = (Fraction(now.n or 0), Fraction(before.n or 0)) if counts_alone else (share(now), share(before))
    words = {"higher_than": "hoger dan", "lower_than": "lager dan", "about_equal": "ongeveer gelijk aan"}[comparison]
    return Outcome(_compares(comparison, *sizes), f"{words} {wave}: {_shown(before)}", _shown(now))


def _against_other(row: PrintedRow, lookup: Lookup, comparison: str, other: str) -> Outcome:
    """Against an option of the same question, or else against the same answer to another question."""
    this = lookup.figure(row)
    options = {option.id for option in lookup.codebook.question(row.question).options}
    that = lookup.figure(replace(row, option=other)) if other in options else _of_question(row, lookup, other)
    words = {"fewer_than": "minder dan", "more_than": "meer dan", "about_equal_to": "ongeveer gelijk aan"}[comparison]
    return Outcome(_compares(comparison, share(this), share(that)), f"{words} {other}: {_shown(that)}", _shown(this))


def _of_question(row: PrintedRow, lookup: Lookup, question: str) -> Figure:
    try:
        lookup.codebook.question(question)
    except SelectionError as error:
        raise NotComputableError(str(error)) from error
    return lookup.figure(replace(row, question=question))


def _compares(comparison: str, this: Fraction, that: Fraction) -> bool:
    if comparison.startswith("about_equal"):
        return abs(100 * (this - that)) <= ABOUT_EQUAL_POINTS
    return this > that if comparison in ("higher_than", "more_than") else this < that


RULES: tuple[tuple[str, Callable[..., Outcome]], ...] = (
    ("exact|cross", _exact),
    ("approximate", _approximate),
    ("|".join(LIMITS), _within_limit),
    ("relatively_many", _relatively_many),
    (r"rank_(\d+)", ranks),
    (r"(higher_than|lower_than|about_equal)_(\d{4})", _against_wave),
    (r"(fewer_than|more_than|about_equal_to)_(\w+)", _against_other),
)
"""The rule of each kind of row; what the pattern captures follows the row and the figures."""

"""Dutch numbers, percentages, dates and lists: the one place where they get their form."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from explorer.survey.figures.figure import percentage

NO_BREAK = "\u00a0"
"""A space that does not break: before a percent sign a line never ends."""

MINUS = "\u2212"

UNKNOWN = "onbekend"
"""What a reader sees where a number is withheld or was never known; never 0."""

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

VEGA_LOCALE = {
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€" + NO_BREAK, ""], "minus": MINUS}
}
"""The same forms for numbers that Vega itself writes, so that a browser and an exported picture agree."""


def whole_number(n: int | None) -> str:
    """A count with a point for thousands.

    >>> whole_number(1234), whole_number(None)
    ('1.234', 'onbekend')
    """
    if n is None:
        return UNKNOWN
    return f"{n:,}".replace(",", ".").replace("-", MINUS)


def decimal_number(value: Decimal) -> str:
    """A decimal with a comma; zero never carries a minus.

    >>> decimal_number(Decimal("1234.5"))
    '1.234,5'
    """
    text = f"{abs(value):,}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{text}" if value < 0 else text


def ungrouped_number(value: Decimal) -> str:
    """A decimal for a file that a spreadsheet reads: a comma, and no point for thousands.

    >>> ungrouped_number(Decimal("1234.50"))
    '1234,50'
    """
    return f"{value:f}".replace(".", ",")


def rounded(value: Fraction, decimals: int) -> Decimal:
    """A number that is 0 or more, rounded half up from whole numbers.

    >>> rounded(Fraction(1234, 100), 1)
    Decimal('12.3')
    """
    return Decimal(int(value * 10**decimals + Fraction(1, 2))).scaleb(-decimals)


def percent(n: int | None, base: int | None, decimals: int = 0) -> str:
    """``n`` of ``base`` as "74 %", rounded half up from whole numbers; "onbekend" where there is no share.

    >>> percent(73, 99) == f"74{NO_BREAK}%"
    True
    """
    share = percentage(n, base, decimals=decimals)
    return UNKNOWN if share is None else f"{decimal_number(share)}{NO_BREAK}%"


def out_of(n: int | None, base: int | None, article: bool = True) -> str:
    """Such as "73 van de 99", or without its article "73 van 99" where space is scarce; "onbekend" where withheld."""
    if n is None or base is None:
        return UNKNOWN
    return f"{whole_number(n)} van {'de ' if article else ''}{whole_number(base)}"


def long_date(day: date) -> str:
    """A date as "24 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(parts: Sequence[str], last: str = "en") -> str:
    """Parts as "a, b en c".

    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b en c', 'a', '')
    """
    if len(parts) < 2:  # noqa: PLR2004 - one part needs no comma and no "en"
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def agreeing(n: int, singular: str, plural: str) -> str:
    """The form of a word that goes with ``n``: of a noun or of a verb."""
    return singular if n == 1 else plural


def counted(n: int | None, singular: str, plural: str) -> str:
    """A count with its noun, and its verb where given: "1 gemeente heeft", "2 gemeenten hebben", "geen gemeenten".

    Unknown takes the plural: "onbekend aantal gemeenten".
    """
    if n is None:
        return f"{UNKNOWN} aantal {plural}"
    return f"{whole_number(n)} {agreeing(n, singular, plural)}" if n else f"geen {plural}"


def lower_first(text: str) -> str:
    """Lower case for a label within a sentence; an abbreviation keeps its capitals ("GGD", "ZonMw" inside stay)."""
    if len(text) > 1 and text[1].isupper():
        return text
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A capital at the start of a sentence; "57 gemeenten" stays as it is."""
    return text[:1].upper() + text[1:]

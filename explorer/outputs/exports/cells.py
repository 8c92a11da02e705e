"""The cells of a file: text, whole numbers, decimals, or empty. No cell is ever a formula."""

from collections.abc import Mapping
from decimal import Decimal

Cell = str | int | Decimal | None
ExportRow = Mapping[str, Cell]
"""Column → cell; all rows of a file have the same columns, in the same order."""

# The last four are full-width forms, which spreadsheets read as the narrow ones.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet might read ``text`` as a formula instead of as text."""
    return text.startswith(_STARTS_FORMULA)


def safe_text(text: str) -> str:
    """A leading quote makes a spreadsheet read text as text.

    >>> safe_text("=1+1"), safe_text("Ede")
    ("'=1+1", 'Ede')
    """
    return f"'{text}" if starts_formula(text) else text

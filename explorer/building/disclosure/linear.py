"""What follows by adding and subtracting exact numbers alone: membership of a row space, over the rationals."""

from collections.abc import Iterable
from fractions import Fraction

from explorer.building.disclosure.system import Expression

_Row = dict[int, Fraction]


class RowSpace:
    """All combinations of exact rows, in echelon form."""

    def __init__(self, rows: Iterable[Expression]) -> None:
        self._pivots: dict[int, _Row] = {}
        for row in rows:
            left = self._reduced(row)
            if left:
                pivot = min(left)
                self._pivots[pivot] = {column: value / left[pivot] for column, value in left.items()}

    def holds(self, expression: Expression) -> bool:
        """Whether the value of ``expression`` follows from the exact numbers by subtraction."""
        return not self._reduced(expression)

    def _reduced(self, expression: Expression) -> _Row:
        """The part of a row that no combination of earlier rows gives; smallest columns first."""
        left = {column: Fraction(value) for column, value in expression.items() if value}
        kept: _Row = {}
        while left:
            column = min(left)
            factor = left.pop(column)
            pivot = self._pivots.get(column)
            if pivot is None:
                kept[column] = factor
                continue
            for other, value in pivot.items():
                if other != column:
                    new = left.get(other, Fraction(0)) - factor * value
                    if new:
                        left[other] = new
                    else:
                        left.pop(other, None)
        return kept

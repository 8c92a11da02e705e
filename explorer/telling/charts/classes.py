"""Five classes for a map: round bounds, the ends open."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

CLASSES = 5
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LEAST_PERCENT_STEP = 5


def class_bounds(values: Sequence[float], *, is_percent: bool) -> tuple[int, ...]:
    """Four round bounds at equal steps that divide the values as evenly as such bounds can.

    A value on a bound belongs to the class above it. Values are 0 or more.

    >>> class_bounds([43, 44, 47, 50, 50, 52, 57, 58, 59, 60, 62, 67], is_percent=True)
    (45, 50, 55, 60)
    """
    return min(_candidates(max(values), is_percent=is_percent), key=lambda bounds: _unevenness(values, bounds))


def _candidates(high: float, *, is_percent: bool) -> Iterator[tuple[int, ...]]:
    """Bounds that are multiples of a round step, small steps first; the first set is there for any ``high``."""
    least = _LEAST_PERCENT_STEP if is_percent else 1
    ceiling = 100 if is_percent else max(int(high), CLASSES - 1)
    for step in _STEPS:
        if step < least:
            continue
        for first in range(step, ceiling - (CLASSES - 2) * step + 1, step):
            yield tuple(first + step * position for position in range(CLASSES - 1))


def _unevenness(values: Sequence[float], bounds: Sequence[int]) -> int:
    """The sum of the squares of the class sizes: least where the classes are equally full."""
    return sum(size * size for size in Counter(class_of(value, bounds) for value in values).values())


def class_of(value: float, bounds: Sequence[int]) -> int:
    """The class of a value, 0 to 4."""
    return bisect_right(bounds, value)


def class_labels(bounds: Sequence[int], *, unit: str = "") -> tuple[str, ...]:
    """Labels from low to high; ``unit`` follows each last number ("\u00a0%").

    >>> class_labels((5, 10, 15, 20))
    ('onder 5', '5 – 9', '10 – 14', '15 – 19', '20 en meer')
    """
    between = [f"{low}{unit}" if high - low == 1 else f"{low} – {high - 1}{unit}" for low, high in pairwise(bounds)]
    return (f"onder {bounds[0]}{unit}", *between, f"{bounds[-1]}{unit} en meer")

"""What is told of a count of two groups that divide the country: the block in which the smaller group's count lies.

Where the national count and the bases are public, the smaller group's count can be anything in a known range. That
range is divided into fixed blocks, and the block of the true count is told. The larger group is the rest of the
nation, so both add up to it by construction. Pure whole numbers; nothing is drawn, so a count that does not change
keeps its block.
"""

from collections.abc import Iterator
from dataclasses import dataclass

Range = tuple[int, int]
"""The lowest and the highest possible count, both included."""

INNER = 3
"""Counts in a block. Of three together nobody can tell the two who gave an answer from one who did, or three."""
COUNT_EDGE = 4
"""Counts in the outermost blocks of an answer, which begin at none or end at all."""
BASE_EDGE = 3
"""Counts in the outermost blocks of a base."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """What is told of one number of two groups: where each lies."""

    smaller: Range
    larger: Range


def block_of(count: int, possible: Range, *, edge: int, from_top: bool) -> Range:
    """The block that holds ``count``; ``from_top`` lays the blocks from the highest possible count down.

    >>> block_of(5, (0, 12), edge=4, from_top=False), block_of(5, (0, 6), edge=4, from_top=False)
    ((4, 8), (0, 6))

    Raises:
        ValueError: the count is not possible.
    """
    low, high = possible
    if not low <= count <= high:
        raise ValueError(f"{count} is not between {low} and {high}")
    if from_top:
        first, last = block_of(low + high - count, possible, edge=edge, from_top=False)
        return low + high - last, low + high - first
    return next(one for one in _partition(possible, edge) if count <= one[1])


def _partition(possible: Range, edge: int) -> Iterator[Range]:
    """Blocks from low to high: the outermost ``edge`` long, the inner ones three, what is left over to inner ones."""
    first, high = possible
    for size in _sizes(high - first + 1, edge):
        yield first, first + size - 1
        first += size


def _sizes(length: int, edge: int) -> tuple[int, ...]:
    if length < 2 * edge:
        return (length,)
    n_inner, left = divmod(length - 2 * edge, INNER)
    if n_inner == 0:
        return edge, edge + left
    inner = [INNER] * n_inner
    for number in range(left):
        inner[-1 - number % n_inner] += 1
    return edge, *inner, edge


def split_base(base: int, national: int, sizes: tuple[int, int]) -> Blocks:
    """Where the bases of two groups of ``sizes`` respondents (smaller first) lie; ``base`` is the smaller one's.

    Where everyone answered both follow, so both are exact.
    """
    smaller, larger = sizes
    possible = max(0, national - larger), min(smaller, national)
    return _both(base, national, possible, edge=BASE_EDGE, from_top=2 * national > smaller + larger)


def split_count(count: int, national: int, bases: Blocks, national_base: int) -> Blocks:
    """Where the counts of an answer lie; ``count`` is the smaller group's, ``bases`` are what is told of theirs."""
    possible = max(0, national - bases.larger[1]), min(bases.smaller[1], national)
    return _both(count, national, possible, edge=COUNT_EDGE, from_top=2 * national > national_base)


def _both(count: int, national: int, possible: Range, *, edge: int, from_top: bool) -> Blocks:
    low, high = block_of(count, possible, edge=edge, from_top=from_top)
    return Blocks((low, high), (national - high, national - low))


def half_width(counts: Range, bases: Range) -> float:
    """Half of the difference between the highest and the lowest possible percentage, in points.

    >>> half_width((0, 3), (12, 12))
    12.5
    """
    lowest, highest = share_range(counts, bases)
    return 50 * (highest - lowest)


def share_range(counts: Range, bases: Range) -> tuple[float, float]:
    """The lowest and the highest possible share, from 0 to 1."""
    lowest = max(counts[0], 0) / bases[1]
    highest = 1.0 if counts[1] >= bases[0] else counts[1] / bases[0]
    return lowest, highest

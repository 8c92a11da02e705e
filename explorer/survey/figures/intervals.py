"""How far chance alone may have moved a share, or a change of one: 95 % intervals of samples from a finite population.

The formulas and their sources are in ``docs/change.md``. They cover chance only, not who chose to answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, sqrt
from statistics import NormalDist

LEVEL = 0.95
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)
"""1.96: how many standard errors a 95 % interval reaches to each side."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``: shares between 0 and 1, or changes between -1 and 1."""

    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Sample:
    """``n`` of ``base`` respondents gave an answer; ``population`` could have answered, None where that is unknown.

    Raises:
        ValueError: the counts cannot be: more than the base, or a base of 0 or above the population.
    """

    n: int
    base: int
    population: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.n <= self.base or not self.base or (self.population or inf) < self.base:
            raise ValueError(f"{self.n} of {self.base} out of {self.population} is no sample")

    @property
    def share(self) -> float:
        return self.n / self.base

    @property
    def effective_base(self) -> float:
        """The size of a sample without replacement that is as precise; without end where everyone answered."""
        if self.population is None:
            return float(self.base)
        left = self.population - self.base
        return inf if left == 0 else self.base * (self.population - 1) / left

    @property
    def variance(self) -> float:
        return self.share * (1 - self.share) / self.effective_base


@dataclass(frozen=True, slots=True)
class Overlap:
    """Who answered in both waves: ``both`` respondents, of whom ``before`` and ``now`` gave the answer then and now.

    ``stayed`` gave it both times; None where that is not known.
    """

    both: int
    before: int
    now: int
    stayed: int | None


def wilson(sample: Sample) -> Interval:
    """Wilson's interval of a share with finite population correction, clipped to what is certain.

    >>> interval = wilson(Sample(55, 100, 182))
    >>> round(100 * interval.low, 1), round(100 * interval.high, 1)
    (48.4, 61.4)
    """
    size = sample.effective_base
    if size == inf:
        return Interval(sample.share, sample.share)
    centre = (sample.share + Z**2 / (2 * size)) / (1 + Z**2 / size)
    half = Z / (1 + Z**2 / size) * sqrt(sample.share * (1 - sample.share) / size + Z**2 / (4 * size**2))
    least, most = _certain(sample)
    low, high = max(centre - half, least), min(centre + half, most)
    return Interval(min(low, sample.share), max(high, sample.share))  # a float may miss the edge by its last digit


def change_interval(before: Sample, now: Sample, overlap: Overlap) -> Interval:
    """The interval of ``now.share - before.share``, from Wilson's of both and how the two samples go together.

    Where it is not known who gave the answer both times, it is the widest that any such answers would give.
    """
    first, second = wilson(before), wilson(now)
    together = _correlation(before, now, overlap)
    change = now.share - before.share
    down = _reach(now.share - second.low, first.high - before.share, together)
    up = _reach(second.high - now.share, before.share - first.low, together)
    return Interval(max(change - down, -1.0), min(change + up, 1.0))


def _certain(sample: Sample) -> tuple[float, float]:
    """Who answered is part of the population: its share lies between none and all of those who did not."""
    if sample.population is None:
        return 0.0, 1.0
    return sample.n / sample.population, 1 - (sample.base - sample.n) / sample.population


def _reach(of_now: float, of_before: float, together: float) -> float:
    return sqrt(max(of_now**2 + of_before**2 - 2 * together * of_now * of_before, 0.0))


def _correlation(before: Sample, now: Sample, overlap: Overlap) -> float:
    """Of the two estimated shares. What is unknown in it takes the value that gives the widest interval."""
    spread = sqrt(before.variance * now.variance)
    if not overlap.both or not spread:
        return 0.0
    weights = tuple(_weights(before, now, overlap.both))
    least = min(weight * covariance for weight in weights for covariance in _covariances(overlap))
    return max(-1.0, min(1.0, least / spread))


def _covariances(overlap: Overlap) -> Iterator[float]:
    """Of giving the answer then and now, among those who did both times; for as few and as many as can have stayed."""
    fewest, most = max(0, overlap.before + overlap.now - overlap.both), min(overlap.before, overlap.now)
    for stayed in (fewest, most) if overlap.stayed is None else (overlap.stayed,):
        yield stayed / overlap.both - overlap.before * overlap.now / overlap.both**2


def _weights(before: Sample, now: Sample, both: int) -> Iterator[float]:
    """How much the covariance counts, for the fewest and the most that can have been asked in both waves."""
    common = both / (before.base * now.base)
    yield common
    if before.population is not None and now.population is not None:
        yield common - 1 / max(before.population, now.population)

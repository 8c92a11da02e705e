"""The change of one answer between two consecutive waves, in whole numbers. Pure, no database, no screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from explorer.survey.figures.figure import SMALL_BASE, Figure
from explorer.survey.figures.intervals import Interval, Overlap, Sample, change_interval


@dataclass(frozen=True, slots=True)
class Composition:
    """The parts of a change of the share, which add up to it.

    ``left`` is what those who answered only before took with them, ``joined`` what those who answer only now brought,
    ``within_panel`` how those who answered both times changed.
    """

    left: Fraction
    within_panel: Fraction
    joined: Fraction


@dataclass(frozen=True, slots=True)
class Change:
    """An option or net in a wave and in the one before; one of the two figures is None where the wave did not ask it.

    ``panel_before`` and ``panel_now`` count those who answered the question both times; None where that is not told or
    the answers cannot be compared. ``stayed`` of them gave this answer both times, and ``both_at_most`` can have
    answered both times. ``asked_before`` and ``asked_now`` contacts were asked within the selection.
    """

    before: Figure | None
    now: Figure | None
    is_comparable: bool
    panel_before: Figure | None = None
    panel_now: Figure | None = None
    stayed: int | None = None
    both_at_most: int | None = None
    asked_before: int | None = None
    asked_now: int | None = None

    @property
    def figure(self) -> Figure:
        """The figure that names the answer: of this wave, or of the one before where this one did not ask it."""
        figure = self.now or self.before
        if figure is None:
            raise ValueError("a change is of a figure")
        return figure

    @property
    def size(self) -> Fraction | None:
        """By how much the share of all who answered changed; None where a number is missing or nothing compares."""
        return _difference(self.before, self.now) if self.is_comparable else None

    @property
    def panel_size(self) -> Fraction | None:
        """The same among those who answered both times."""
        return _difference(self.panel_before, self.panel_now) if self.is_comparable else None

    @property
    def composition(self) -> Composition | None:
        """What made the change; None without anyone who answered both times, or where a number is missing."""
        shares = [_share(one) for one in (self.before, self.panel_before, self.panel_now, self.now)]
        if not self.is_comparable or None in shares:
            return None
        all_before, both_before, both_now, all_now = (share for share in shares if share is not None)
        return Composition(both_before - all_before, both_now - both_before, all_now - both_now)

    @property
    def interval(self) -> Interval | None:
        """The 95 % interval of ``size``; None where there is none, or where not everyone can have been asked."""
        return self._interval(self.asked_before, self.asked_now)

    def _interval(self, asked_before: int | None, asked_now: int | None) -> Interval | None:
        before, now = _sample(self.before, asked_before), _sample(self.now, asked_now)
        if self.size is None or before is None or now is None:
            return None
        return change_interval(before, now, self._overlap)

    def within_panel(self) -> "Change":
        """The change among those who answered both times, as a change of its own."""
        return replace(self, before=self.panel_before, now=self.panel_now)

    @property
    def is_beyond_chance(self) -> bool:
        """Whether both waves have enough answers and chance alone does not explain the difference, by any reading: also
        where those who answered are no large part of a small population, but came from one without end.
        """
        readings = (self.interval, self._interval(None, None))
        return self.has_enough and all(one is not None and one.excludes_zero for one in readings)

    @property
    def is_surely_beyond_chance(self) -> bool:
        """The same of ranges: wherever in them both counts lie, chance alone does not explain the difference."""
        direction = self.certain_direction
        if not direction or not self.has_enough or self.before is None or self.now is None:
            return False
        nearest = _edge(self.before, is_high=direction > 0), _edge(self.now, is_high=direction < 0)
        return change_interval(*nearest, self._overlap).excludes_zero

    @property
    def has_enough(self) -> bool:
        """Whether both bases are large enough for a share."""
        return all(one is not None and not one.has_small_base and one.base for one in (self.before, self.now))

    @property
    def panel_has_enough(self) -> bool:
        """Whether all numbers of those who answered both times are there, and they are enough for a statement."""
        pair = (self.panel_before, self.panel_now)
        return all(
            one is not None and one.exact_n is not None and one.base is not None and one.base >= SMALL_BASE
            for one in pair
        )

    @property
    def certain_direction(self) -> int:
        """1 where the share surely rose by all that is told of it, -1 where it surely fell, 0 where that is open."""
        if not self.is_comparable or self.before is None or self.now is None:
            return 0
        earlier, later = self.before.share_bounds, self.now.share_bounds
        if earlier is None or later is None:
            return 0
        return (later[0] > earlier[1]) - (later[1] < earlier[0])

    @property
    def _overlap(self) -> Overlap:
        """Of those who answered both times; without their numbers what is widest."""
        if self.panel_before is not None and self.panel_now is not None:
            n_before, n_now, both = self.panel_before.exact_n, self.panel_now.exact_n, self.panel_now.base
            if n_before is not None and n_now is not None and both is not None and both == self.panel_before.base:
                return Overlap(both, n_before, n_now, self.stayed)
        bases = [one.base or 0 for one in (self.before, self.now) if one is not None]
        most = min(*bases, *([] if self.both_at_most is None else [self.both_at_most]))
        half = most // 2
        return Overlap(most, half, most - half, None)


def beyond_chance(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that chance alone does not explain, the largest first."""
    found = [change for change in changes if change.is_beyond_chance]
    return tuple(sorted(found, key=lambda change: -abs(float(change.size or 0))))


def _share(figure: Figure | None) -> Fraction | None:
    if figure is None or figure.exact_n is None or not figure.exact_base:
        return None
    return Fraction(figure.exact_n, figure.exact_base)


def _difference(before: Figure | None, now: Figure | None) -> Fraction | None:
    first, second = _share(before), _share(now)
    return None if first is None or second is None else second - first


def _edge(figure: Figure, *, is_high: bool) -> Sample:
    """The highest or lowest share that a figure may stand for, as a sample; how many were asked is not told of it."""
    if figure.exact_n is not None and figure.exact_base:
        return Sample(figure.exact_n, figure.exact_base)
    n, base = (figure.n_high, figure.base_low) if is_high else (figure.n_low, figure.base_high)
    return Sample(min(n or 0, base or 0), base or 0)


def _sample(figure: Figure | None, asked: int | None) -> Sample | None:
    if figure is None or figure.exact_n is None or not figure.exact_base:
        return None
    # Who answers for a filter's place may be asked elsewhere; then nobody was asked but did not answer.
    return Sample(figure.exact_n, figure.exact_base, asked if asked is None else max(asked, figure.exact_base))

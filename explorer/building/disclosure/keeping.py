"""Which waves keep the figures of an earlier release, because too little of their answers changed since.

Exact national counts of two releases differ by the answers of who came, left or was corrected. Where those are few, the
difference tells what they answered, and an attacker needs no more than both files. So the figures of a wave that was in
use stay as they are, unless a group's worth of respondents joined it and the audit, which knows both, passes; the
ministry sees the new ones at once. That is decided per wave and not per question: which questions change would tell
what somebody skipped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from explorer.building.disclosure.earlier import in_force, last_of
from explorer.building.disclosure.model import ReleasedRow
from explorer.building.disclosure.reading import EarlierRelease, World
from explorer.survey.asking.groups import SMALLEST_GROUP
from explorer.survey.asking.selection import Population


@dataclass(frozen=True, slots=True)
class Settled:
    """A wave of which nothing new is told: its figures are those of ``release``.

    ``joined`` and ``left`` are codes of municipalities since then; ``is_changed`` also where neither is the case, but
    answers were corrected, or a group has other members.
    """

    wave: int
    release: EarlierRelease
    is_changed: bool
    joined: frozenset[str]
    left: frozenset[str]


def settle(
    earlier: Sequence[EarlierRelease], world: World, today: Iterable[ReleasedRow], *, may_retell: bool
) -> tuple[Settled, ...]:
    """The waves that keep their figures; ``earlier`` stands oldest first, and ``today`` is what would be told now.

    With ``may_retell`` a wave that a group's worth of respondents joined does not. Where one wave keeps them, every
    wave that did not change does so too: what was audited together then is told together now. Where none changed too
    little there are none, and all is audited anew with ``earlier`` as knowledge.
    """
    rows = tuple(today)
    found = [one for wave in world.waves if (one := _of_wave(wave, earlier, world, rows)) is not None]
    if may_retell:
        found = [one for one in found if not _is_enough(one, world, rows)]
    return tuple(found) if any(one.is_changed for one in found) else ()


def _of_wave(
    wave: int, earlier: Sequence[EarlierRelease], world: World, today: tuple[ReleasedRow, ...]
) -> Settled | None:
    """How a wave stands to the last release that spoke of it; None where it is new."""
    release = last_of(wave, earlier)
    if release is None:
        return None
    then = {code: groups for (of, code), groups in release.members.items() if of == wave}
    now = {code: groups for (of, code), groups in world.members.items() if of == wave}
    joined, left = frozenset(now.keys() - then.keys()), frozenset(then.keys() - now.keys())
    is_changed = then != now or not _tells_the_same(release, wave, today)
    return Settled(wave, release, is_changed, joined, left)


def _is_enough(one: Settled, world: World, today: tuple[ReleasedRow, ...]) -> bool:
    """Whether a group's worth of respondents joined, nobody left, and nothing was corrected."""
    is_group = len(one.joined) >= SMALLEST_GROUP and not one.left
    return one.is_changed and is_group and _still_holds(one.release, one.wave, world, today)


def _tells_the_same(release: EarlierRelease, wave: int, today: tuple[ReleasedRow, ...]) -> bool:
    """Whether everything that an earlier release told of a wave would be told again; what it withheld is no matter."""
    told: Mapping[tuple[object, ...], ReleasedRow] = {_place(row): row for row in today if row.wave == wave}
    of_wave = (row for row in release.rows if row.wave == wave and (row.counts or row.bases))
    return all(
        (now := told.get(_place(row))) is not None and (now.counts, now.bases) == (row.counts, row.bases)
        for row in of_wave
    )


def _still_holds(release: EarlierRelease, wave: int, world: World, today: tuple[ReleasedRow, ...]) -> bool:
    """Whether every figure of an earlier release agrees with today's answers of those that it counted."""
    of_wave = frozenset(row for row in release.rows if row.wave == wave and row.population is Population.TOTAL)
    held = {row for one in in_force([release], world, frozenset(today)) for row in one.rows}
    return of_wave <= held


def _place(row: ReleasedRow) -> tuple[object, ...]:
    return row.part, row.answer, row.kind, row.population, row.group

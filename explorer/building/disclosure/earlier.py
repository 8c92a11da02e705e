"""Earlier releases: what was given away stays known, so it is part of what an attacker knows of the next version."""

from collections.abc import Container, Iterable
from dataclasses import replace

from explorer.building.disclosure.conditions import build_system
from explorer.building.disclosure.model import ReleasedRow
from explorer.building.disclosure.reading import (
    EarlierRelease,
    Members,
    World,
    knowledge_terms,
    read_earlier,
    units_of,
    with_marks,
)
from explorer.building.disclosure.system import table_of
from explorer.store.files import open_release
from explorer.store.versions import Store


def read_earlier_releases(store: Store) -> tuple[EarlierRelease, ...]:
    """All releases of a store that were ever in use, each content once, also of versions that were deleted since.

    Raises:
        StoreError: one of them is damaged; names it, with the ways on.
    """
    found: list[EarlierRelease] = []
    for path in store.released():
        connection = open_release(path)
        release = read_earlier(connection, f"eerder {len(found) + 1}: ")
        connection.close()
        if not any((release.rows, release.members) == (one.rows, one.members) for one in found):
            found.append(release)
    return tuple(found)


def in_force(
    releases: Iterable[EarlierRelease], world: World, today: Container[ReleasedRow]
) -> tuple[EarlierRelease, ...]:
    """Of each release the questions and waves in which it still holds: every figure agrees with today's answers, and
    nobody has left the list since. The others would contradict today's; see the limits in docs/disclosure.md.

    ``today`` are the rows of today's release: the same row of the same respondents agrees for certain.
    """
    kept = []
    for release in releases:
        waves = {wave for wave, _ in release.members}
        whole = {
            wave for wave in waves if all(key in world.municipalities for key in release.members if key[0] == wave)
        }
        still = replace(
            release,
            rows=tuple(row for row in release.rows if row.wave in whole),
            members={key: groups for key, groups in release.members.items() if key[0] in whole},
            same_waves=frozenset(wave for wave in whole if _of(wave, release.members) == _of(wave, world.members)),
        )
        rows = _agreeing(still, world, today)
        if rows:
            kept.append(replace(still, rows=rows))
    return tuple(kept)


def _of(wave: int, members: Members) -> dict[str, frozenset[str]]:
    return {code: groups for (of_wave, code), groups in members.items() if of_wave == wave}


def _agreeing(release: EarlierRelease, world: World, today: Container[ReleasedRow]) -> tuple[ReleasedRow, ...]:
    """The rows of each question (item) and wave of which all agree with the answers."""
    rows: list[ReleasedRow] = []
    for part, wave in dict.fromkeys((row.part, row.wave) for row in release.rows):
        about = tuple(row for row in release.rows if row.part == part and row.wave == wave)
        is_same = wave in release.same_waves and all(row in today for row in about)
        if is_same or _agrees(replace(release, rows=about), world):
            rows += about
    return tuple(rows)


def _agrees(release: EarlierRelease, world: World) -> bool:
    part = release.rows[0].part
    (unit,) = units_of(world.codebook, [part], world.waves)
    knowledge = release.knowledge([part], knowledge_terms(world))
    system = build_system(unit, with_marks(world.respondents, release, world.municipalities), (knowledge,))
    values = system.matrix @ table_of(system, world.answers, unit.parts)
    return bool((values >= system.low).all() and (values <= system.high).all())

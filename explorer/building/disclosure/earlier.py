"""Earlier releases: what was given away stays known, so it is part of what an attacker knows of the next version."""

from collections.abc import Container, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from explorer.building.disclosure.conditions import build_system
from explorer.building.disclosure.model import ReleasedRow, Split
from explorer.building.disclosure.reading import (
    EarlierRelease,
    Members,
    World,
    knowledge_terms,
    read_earlier,
    with_marks,
)
from explorer.building.disclosure.system import table_of
from explorer.building.disclosure.told import RULES_NUMBER
from explorer.building.disclosure.units import units_of
from explorer.errors import DisclosureError
from explorer.store.files import Connection, open_release
from explorer.store.ledger import version_of
from explorer.store.versions import Store
from explorer.survey.figures.figure import Kind, ReleaseStatus


def read_earlier_releases(store: Store) -> tuple[EarlierRelease, ...]:
    """All releases of a store that were ever in use, each content once, also of versions that were deleted since.

    One that was made by earlier rules is left out where all its answers are simulated: those are nobody's.

    Raises:
        StoreError: one of them is damaged; names it, with the ways on.
        DisclosureError: one of earlier rules holds real figures, with which these rules cannot reckon.
    """
    found: list[EarlierRelease] = []
    for path in store.released():
        with closing(open_release(path)) as connection:
            if not _is_of_these_rules(connection, path):
                continue
            release = read_earlier(connection, f"eerder {len(found) + 1}: ", version_of(path))
        if not any((release.rows, release.members) == (one.rows, one.members) for one in found):
            found.append(release)
    return tuple(found)


def last_of(wave: int, earlier: Sequence[EarlierRelease]) -> EarlierRelease | None:
    """The last release that told a wave anew, or the one of which later ones keep the figures; oldest first."""
    last = next((one for one in reversed(earlier) if wave in one.waves), None)
    origin = None if last is None else last.kept.get(wave)
    return last if origin is None else next((one for one in earlier if one.version == origin), last)


def taken_away(earlier: Sequence[EarlierRelease]) -> tuple[Split, ...]:
    """The splits that the last release of each wave was published without: they stay away."""
    waves = frozenset(wave for one in earlier for wave in one.waves)
    found = (
        Split(row.question, row.item, row.wave, row.answer, row.dimension)
        for wave in waves
        if (release := last_of(wave, earlier)) is not None
        for row in release.rows
        if row.wave == wave and row.status is ReleaseStatus.DROPPED and row.kind is not Kind.CROSS
    )
    return tuple(dict.fromkeys(found))


def _is_of_these_rules(connection: Connection, path: Path) -> bool:
    has_number = "select count(*) from duckdb_tables() where table_name = 'release_rules'"
    if connection.execute(has_number).fetchall() == [(1,)]:
        numbers = connection.execute("select number from release_rules").fetchall()
        if numbers == [(RULES_NUMBER,)]:
            return True
    if connection.execute("select count(*) from wave where not is_simulated").fetchall() != [(0,)]:
        raise DisclosureError(
            f"In {path} staan echte cijfers die met eerdere regels zijn uitgegeven. Deze versie kan daar niet mee "
            "rekenen. Bouw met de versie van het programma die ze uitgaf."
        )
    return False


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
            # Figures that it kept of another release speak of the respondents of that one, which is known too.
            rows=tuple(row for row in release.rows if row.wave in whole and row.wave not in release.kept),
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

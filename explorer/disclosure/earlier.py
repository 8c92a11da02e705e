"""Earlier releases: what was given away stays known, so it is part of what an attacker knows of the next version."""

from collections.abc import Iterable
from dataclasses import replace

from explorer.disclosure.building import build_system
from explorer.disclosure.facts import released_knowledge
from explorer.disclosure.model import ReleasedRow
from explorer.disclosure.reading import EarlierRelease, World, knowledge_terms, read_earlier, units_of, with_marks
from explorer.disclosure.system import table_of
from explorer.store import PUBLISHED, RELEASE, Store, hash_of_release, open_release


def read_earlier_releases(store: Store) -> tuple[EarlierRelease, ...]:
    """The releases of all versions of a store that were once in use, each content once."""
    found: dict[str, EarlierRelease] = {}
    for version in store.versions():
        folder = store.path_of(version)
        if (folder / PUBLISHED).exists() and (folder / RELEASE).exists():
            hash_ = hash_of_release(folder)
            if hash_ not in found:
                connection = open_release(folder / RELEASE)
                found[hash_] = read_earlier(connection, f"eerder {len(found) + 1}: ")
                connection.close()
    return tuple(found.values())


def in_force(releases: Iterable[EarlierRelease], world: World) -> tuple[EarlierRelease, ...]:
    """Of each release the questions and waves in which it still holds: every figure agrees with today's answers, and
    nobody has left the list since. The others would contradict today's; see the limits in docs/disclosure.md.
    """
    kept = []
    for release in releases:
        waves = {wave for wave, _ in release.members}
        whole = {
            wave for wave in waves if all(key in world.municipalities for key in release.members if key[0] == wave)
        }
        rows = tuple(row for row in release.rows if row.wave in whole)
        still = replace(release, rows=rows, members={key: m for key, m in release.members.items() if key[0] in whole})
        rows = _agreeing(still, world)
        if rows:
            kept.append(replace(still, rows=rows))
    return tuple(kept)


def _agreeing(release: EarlierRelease, world: World) -> tuple[ReleasedRow, ...]:
    """The rows of each question (item) and wave of which all agree with the answers."""
    crosses, partners = knowledge_terms(world)
    respondents = with_marks(world.respondents, release, world.municipalities)
    rows: list[ReleasedRow] = []
    for unit in units_of(world.codebook, dict.fromkeys(row.part for row in release.rows), world.waves):
        for part in unit.parts:
            for wave in {row.wave for row in release.rows if row.part == part}:
                about = [row for row in release.rows if row.part == part and row.wave == wave]
                knowledge = released_knowledge(about, crosses, partners, release.name)
                system = build_system(unit, respondents, (knowledge,))
                values = system.matrix @ table_of(system, world.answers, unit.parts)
                if (values >= system.low).all() and (values <= system.high).all():
                    rows += about
    return tuple(rows)

"""Who was asked in which wave, and who answered: drawn among real municipalities, within the counts of the report."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from explorer.inputs.simulate.places import REGIONS, URBANITY_GROUPS, Place
from explorer.inputs.simulate.program import IntegerProgram


class Part(StrEnum):
    """What a municipality does in the two waves."""

    PANEL = "panel"  # asked and answered in both waves
    LEFT = "left"  # asked in both waves, answered in 2019 alone
    LATE = "late"  # asked in both waves, answered in 2020 alone
    SILENT = "silent"  # asked in both waves, never answered
    JOINED = "joined"  # joined after 2019 and answered
    JOINED_SILENT = "joined_silent"  # joined after 2019, did not answer
    OUTSIDE = "outside"  # no contact of the programme


COUNTS = {
    Part.PANEL: 43,
    Part.LEFT: 21,
    Part.LATE: 7,
    Part.SILENT: 32,
    Part.JOINED: 50,
    Part.JOINED_SILENT: 29,
}
"""103 asked in 2019 of whom 64 answered; 182 in 2020 of whom 100 answered: 43 again, 7 late, 50 that joined."""

ASKED_IN_2019 = (Part.PANEL, Part.LEFT, Part.LATE, Part.SILENT)
RESPONDENTS = {2019: (Part.PANEL, Part.LEFT), 2020: (Part.PANEL, Part.LATE, Part.JOINED)}

EARLY_PULL, ANSWER_PULL = 0.4, 0.45
"""How much more a municipality one standard deviation larger is inclined to join early, and to answer."""

SMALLEST_GROUP = 10
PROVINCE_LEAST = {2019: 1, 2020: 2}
PROVINCE_CONTACTS = 3
"""Least respondents per province and wave, and least contacts per province in 2019 (and so in 2020)."""
ALWAYS_IN_PANEL = "GM0344"  # Utrecht, which a reader looks up first


@dataclass(frozen=True, slots=True)
class Participation:
    """The part that each municipality plays, in the order of the codes."""

    parts: dict[Place, Part]

    def playing(self, *parts: Part) -> tuple[Place, ...]:
        return tuple(place for place, part in self.parts.items() if part in parts)

    def respondents(self, wave: int) -> tuple[Place, ...]:
        return self.playing(*RESPONDENTS[wave])

    def contacts(self, wave: int) -> tuple[Place, ...]:
        return self.playing(*(part for part in COUNTS if wave > min(RESPONDENTS) or part in ASKED_IN_2019))


def draw_participation(places: tuple[Place, ...], rng: np.random.Generator) -> Participation:
    """Give every municipality a part: larger ones join earlier and answer more often, and no group stays small."""
    program = IntegerProgram("deelname")
    choice = {place: {part: program.variable(_inclination(place, part, rng)) for part in Part} for place in places}
    for parts in choice.values():
        program.add_count(parts.values(), least=1, most=1)
    for part, count in COUNTS.items():
        program.add_count((parts[part] for parts in choice.values()), least=count, most=count)
    for members, parts_played, least in _wanted_sizes(places):
        program.add_count((choice[place][part] for place in members for part in parts_played), least=least)
    program.add_count([parts[Part.PANEL] for place, parts in choice.items() if place.code == ALWAYS_IN_PANEL], least=1)
    chosen = program.solve()
    return Participation({place: next(part for part in Part if chosen[parts[part]]) for place, parts in choice.items()})


def _inclination(place: Place, part: Part, rng: np.random.Generator) -> float:
    """Pull of the size of a town towards a part, plus noise."""
    early = EARLY_PULL * (part in ASKED_IN_2019) - EARLY_PULL * (part is Part.OUTSIDE)
    answers = ANSWER_PULL * sum(part in parts for parts in RESPONDENTS.values())
    return (early + answers) * place.size + float(rng.gumbel())


def _wanted_sizes(places: tuple[Place, ...]) -> Iterable[tuple[list[Place], tuple[Part, ...], int]]:
    """Members of a region, a kind of town or a province, with how many of them at least play one of these parts."""
    for wave, answering in RESPONDENTS.items():
        for region in REGIONS:
            yield [place for place in places if place.region == region], answering, SMALLEST_GROUP
        for group in URBANITY_GROUPS:
            yield [place for place in places if place.urbanity_group == group], answering, SMALLEST_GROUP
        for province in sorted({place.province for place in places}):
            members = [place for place in places if place.province == province]
            yield members, answering, PROVINCE_LEAST[wave]
            yield members, ASKED_IN_2019, PROVINCE_CONTACTS

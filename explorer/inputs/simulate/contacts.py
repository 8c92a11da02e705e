"""Contacts that stand for several municipalities, and the sections for which a contact agrees to be named."""

from dataclasses import dataclass

import numpy as np

from explorer.inputs.simulate.participation import Part, Participation
from explorer.inputs.simulate.places import Place
from explorer.survey.codebook.model import Codebook

REPRESENTED_BY_SILENT = (4, 3, 2, 1, 1)
REPRESENTED_BY_RESPONDENTS = (3, 2, 1, 1, 1)
"""Neighbours per contact in 2020: 19 in all, so that 182 contacts stand for 201 municipalities; 8 by respondents.

In 2019 nobody represents another: 103 contacts are already the about 100 municipalities of the report.
"""

EXAMPLE_SHARE, EXAMPLE_SECTIONS = 0.3, 3
"""Share of the contacts that agree to be named, and for how many sections at most."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact in one wave; ``answered_for`` is what a respondent wrote in ``also_answered_for``."""

    place: Place
    represents: tuple[Place, ...]
    joined_in: int
    answered: bool
    answered_for: tuple[Place, ...]
    example_for: tuple[str, ...]


def draw_contacts(
    participation: Participation, codebook: Codebook, rng: np.random.Generator
) -> dict[int, tuple[Contact, ...]]:
    """All contacts per wave, in the order of the codes."""
    represented = _share_out_neighbours(participation, rng)
    joined_since = participation.playing(Part.JOINED, Part.JOINED_SILENT)
    first, last = codebook.waves[0], codebook.waves[-1]
    examples = {place: _examples(codebook, rng) for place in participation.contacts(last)}
    return {
        wave: tuple(
            Contact(
                place=place,
                represents=represented.get(place, ()) if wave == last else (),
                joined_in=last if place in joined_since else first,
                answered=place in participation.respondents(wave),
                answered_for=_answered_for(place, participation, represented) if wave == last else (),
                example_for=tuple(id for id in examples[place] if _is_asked(codebook, id, wave)),
            )
            for place in participation.contacts(wave)
        )
        for wave in (first, last)
    }


def _share_out_neighbours(participation: Participation, rng: np.random.Generator) -> dict[Place, tuple[Place, ...]]:
    """Give some contacts their nearest municipalities in the province that have no contact of their own."""
    last = 2020
    respondents = participation.respondents(last)
    silent = tuple(place for place in participation.contacts(last) if place not in respondents)
    free = set(participation.playing(Part.OUTSIDE))
    represented: dict[Place, tuple[Place, ...]] = {}
    for group, sizes in ((respondents, REPRESENTED_BY_RESPONDENTS), (silent, REPRESENTED_BY_SILENT)):
        for count in sizes:
            candidates = [p for p in group if p not in represented and len(_neighbours(p, free)) >= count]
            place = candidates[int(rng.integers(len(candidates)))]
            represented[place] = _neighbours(place, free)[:count]
            free -= set(represented[place])
    return represented


def _neighbours(place: Place, free: set[Place]) -> tuple[Place, ...]:
    """Smaller municipalities of the same province within 25 km, nearest first."""
    within_reach = 25_000
    smaller = (p for p in free if p.province == place.province and p.size < place.size)
    near = [p for p in smaller if place.distance_to(p) < within_reach]
    return tuple(sorted(near, key=lambda p: (place.distance_to(p), p.code)))


def _answered_for(
    place: Place, participation: Participation, represented: dict[Place, tuple[Place, ...]]
) -> tuple[Place, ...]:
    """A respondent answers for all that it represents, except the largest group, which names two of its three."""
    if place not in participation.respondents(2020):
        return ()
    return represented.get(place, ())[: max(REPRESENTED_BY_RESPONDENTS) - 1]


def _examples(codebook: Codebook, rng: np.random.Generator) -> tuple[str, ...]:
    """Sections for which a contact agrees to be named, in the order of the codebook; mostly none."""
    if rng.random() >= EXAMPLE_SHARE:
        return ()
    count = int(rng.integers(1, EXAMPLE_SECTIONS + 1))
    ids = [section.id for section in codebook.sections]
    chosen = set(rng.choice(ids, size=count, replace=False).tolist())
    return tuple(id for id in ids if id in chosen)


def _is_asked(codebook: Codebook, section: str, wave: int) -> bool:
    """Whether a section has questions in a wave: nobody is an example for what was not asked."""
    return any(question.use_in(wave) is not None for question in codebook.questions_of(section))

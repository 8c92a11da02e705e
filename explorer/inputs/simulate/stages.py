"""The latent stage of a municipality: how far it is, which its answers show with noise."""

from collections.abc import Mapping

import numpy as np

from explorer.inputs.simulate.participation import Part, Participation
from explorer.inputs.simulate.places import Place

SIZE_PULL = 0.45
"""How much further a municipality one standard deviation larger is."""
JOINED_LATER = -0.5
"""How much further back who joined after the first wave is."""
RISE = 0.3
"""How much further everyone is in the second wave."""
DRIFT = 0.4
"""Standard deviation of a municipality's own luck between the waves."""


def draw_stages(
    participation: Participation, waves: tuple[int, ...], rng: np.random.Generator
) -> Mapping[int, Mapping[Place, float]]:
    """The stage of each municipality per wave, about 0 on average, one unit being about one standard deviation."""
    newcomers = participation.playing(Part.JOINED, Part.JOINED_SILENT)
    stage = {
        place: SIZE_PULL * place.size + JOINED_LATER * (place in newcomers) + float(rng.normal())
        for place in participation.parts
    }
    stages = {waves[0]: stage}
    for wave in waves[1:]:
        stage = {place: before + RISE + DRIFT * float(rng.normal()) for place, before in stage.items()}
        stages[wave] = stage
    return stages

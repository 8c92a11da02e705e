"""What a version says of itself to everyone: its waves, its reference, and whether the answers are here."""

from dataclasses import dataclass
from functools import cached_property

from explorer.gateway.scope import Scope
from explorer.inputs.reference import Reference
from explorer.survey.figures.waves import Wave


@dataclass(frozen=True)
class Facts:
    """``version`` is the name of its folder; ``waves`` stand oldest first."""

    version: str
    reference: Reference
    waves: tuple[Wave, ...]
    has_ministry_data: bool

    @property
    def is_simulated(self) -> bool:
        """Whether every wave is simulated; one real wave closes the explorer to the public."""
        return all(wave.is_simulated for wave in self.waves)

    @cached_property
    def scope(self) -> Scope:
        return Scope(self.reference.codebook, self.waves)

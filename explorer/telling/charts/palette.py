"""The colours of pages, charts and maps, in light and dark. No colour means good or bad."""

from dataclasses import dataclass

_LINEAR_UP_TO = 0.04045


@dataclass(frozen=True, slots=True)
class Palette:
    """Hex colours. ``phases`` runs from 0 (not yet) to 3 (furthest), ``scale`` from low to high in five classes."""

    page: str
    sidebar: str
    line: str
    text: str
    quiet: str
    phases: tuple[str, str, str, str]
    bar: str
    track: str
    own: str
    scale: tuple[str, str, str, str, str]
    notice: str

    def phase_colour(self, phase: int | None) -> str:
        """The colour of an option: by its phase, a plain bar where it has none."""
        return self.bar if phase is None else self.phases[phase]

    def readable_on(self, background: str) -> str:
        """The colour of text or of the page, whichever stands out more on ``background``."""
        return max((self.text, self.page), key=lambda ink: contrast(ink, background))


LIGHT = Palette(
    page="#FFFFFF",
    sidebar="#F4F6F8",
    line="#D6DDE3",
    text="#1B2733",
    quiet="#55636F",
    phases=("#7F8F9B", "#4797B5", "#236C8B", "#0F4A63"),
    bar="#2B7391",
    track="#EDF1F4",
    own="#B8430F",
    scale=("#C9DCE5", "#8FBACC", "#4797B5", "#236C8B", "#0F4A63"),
    notice="#FFF3D1",
)

DARK = Palette(
    page="#12181F",
    sidebar="#1A222B",
    line="#33404B",
    text="#E8EDF1",
    quiet="#A9B5BF",
    phases=("#8B9AA5", "#5FB0CC", "#8CCBE0", "#C5E8F4"),
    bar="#6FB6D0",
    track="#24303A",
    own="#FF9A5C",
    scale=("#0F4A63", "#236C8B", "#4797B5", "#8FBACC", "#C9DCE5"),
    notice="#3A3014",
)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours by WCAG 2, from 1 (equal) to 21 (black on white).

    >>> contrast("#000000", "#FFFFFF")
    21.0
    """
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_UP_TO else ((channel + 0.055) / 1.055) ** 2.4

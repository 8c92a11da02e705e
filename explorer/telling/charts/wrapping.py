"""How wide a text is in Source Sans, and how it breaks over lines.

Vega cannot break a text at a width, so the lines are made here, from the widths of the letters. The widths are rounded
up a little: a line that is broken early is harmless, a line that is cut is not.
"""

from collections.abc import Sequence

# Advance widths of Source Sans in hundredths of the font size, measured in a browser; others count as a capital.
_WIDTHS = {
    **dict.fromkeys(" ", 20),
    **dict.fromkeys("ijl.,:;·’‘'|", 26),
    **dict.fromkeys("If", 29),
    **dict.fromkeys("()-", 31),
    **dict.fromkeys("trst/", 36),
    **dict.fromkeys("sz?", 42),
    **dict.fromkeys("xcvyJYkFL", 48),
    **dict.fromkeys("0123456789aegëéèï", 51),
    **dict.fromkeys("VXES", 53),
    **dict.fromkeys("bdnpqhouATZö", 55),
    **dict.fromkeys("CPRKB", 59),
    **dict.fromkeys("●DG→U", 64),
    **dict.fromkeys("HNOQ", 66),
    **dict.fromkeys("wM", 73),
    **dict.fromkeys("%Wm—", 83),
}
_CAPITAL = 62
_BOLD = 1.06


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of ``text`` in px at a font size of ``size`` px."""
    hundredths = sum(_WIDTHS.get(letter, _CAPITAL) for letter in text)
    return hundredths * size / 100 * (_BOLD if bold else 1)


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """``text`` as lines of at most ``width`` px; a word that is wider than that stands alone, unbroken."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


_KEPT = "\u200b"
"""No width; Vega would take a space off the end of a line, but not one before this."""


def broken(lines: Sequence[str]) -> str:
    """Lines in one string, each with the space where it was broken: who hears or copies the text reads it whole."""
    return f" {_KEPT}\n".join(lines)

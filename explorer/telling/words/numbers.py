"""A figure as a picture and an alternative text write it."""

from explorer.survey.figures.figure import Figure
from explorer.survey.formats import agreeing, out_of, percent, whole_number
from explorer.telling.words.origin import marked
from explorer.telling.words.withheld import ABOUT, is_rounded, word_of


def value_text(figure: Figure) -> str:
    """Such as "34 · 34 % ●", rounded "± 35 · 34 %"; under a small base "3 van 8"; a word where there is no number."""
    if figure.n is None or figure.base is None:
        return word_of(figure)
    if figure.base == 0:
        return "geen antwoorden"
    text = (
        out_of(figure.n, figure.base, article=False)
        if figure.has_small_base
        else f"{whole_number(figure.n)} · {percent(figure.n, figure.base)}"
    )
    return marked(f"{ABOUT}{text}" if is_rounded(figure) else text, figure)


def overview_value(figure: Figure) -> str:
    """Such as "88 % ●"; a small base and a missing number as in :func:`value_text`."""
    full = value_text(figure)
    last = full.split(" · ", 1)[-1]
    return f"{ABOUT}{last}" if is_rounded(figure) and last != full else last


def count_text(figure: Figure) -> str:
    """A count alone; a word where there is no number."""
    return word_of(figure) if figure.n is None else whole_number(figure.n)


def spoken(figure: Figure) -> str:
    """A figure within a sentence: "73 van de 99 gemeenten (74 %)", rounded "ongeveer 35 van de 50 gemeenten (70 %)"."""
    if figure.n is None or figure.base is None:
        return word_of(figure)
    noun = agreeing(figure.base, "gemeente", "gemeenten")
    if figure.base == 1:
        return f"{out_of(figure.n, figure.base, article=False)} {noun}"
    share_text = "" if figure.has_small_base else f" ({percent(figure.n, figure.base)})"
    about = "ongeveer " if is_rounded(figure) else ""
    return f"{about}{out_of(figure.n, figure.base)} {noun}{share_text}"

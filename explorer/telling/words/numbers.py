"""A figure as a picture and an alternative text write it."""

from explorer.survey.figures.figure import Figure
from explorer.survey.formats import agreeing, out_of, percent, whole_number
from explorer.telling.words.origin import marked
from explorer.telling.words.withheld import counted_base, is_range, range_of, word_of


def value_text(figure: Figure) -> str:
    """Such as "34 · 34 % ●"; of a range "16 tot 18"; under a small base "3 van 8"; a word where there is no number."""
    if figure.n is None or figure.base is None or is_range(figure):
        return word_of(figure)
    if figure.base == 0:
        return "geen antwoorden"
    text = (
        out_of(figure.n, figure.base, article=False)
        if figure.has_small_base
        else f"{whole_number(figure.n)} · {percent(figure.n, figure.base)}"
    )
    return marked(text, figure)


def overview_value(figure: Figure) -> str:
    """Such as "88 % ●"; a small base and a missing number as in :func:`value_text`."""
    return value_text(figure).split(" · ", 1)[-1]


def count_text(figure: Figure) -> str:
    """A count alone; a word where there is no number."""
    return word_of(figure) if figure.n is None or is_range(figure) else whole_number(figure.n)


def spoken(figure: Figure) -> str:
    """A figure within a sentence: "73 van de 99 gemeenten (74 %)", of a range "16 tot 18 van de 26 gemeenten"."""
    if is_range(figure):
        return f"{range_of(figure)} {of_base(figure)}"
    if figure.n is None or figure.base is None:
        return word_of(figure)
    noun = agreeing(figure.base, "gemeente", "gemeenten")
    if figure.base == 1:
        return f"{out_of(figure.n, figure.base, article=False)} {noun}"
    share_text = "" if figure.has_small_base else f" ({percent(figure.n, figure.base)})"
    return f"{out_of(figure.n, figure.base)} {noun}{share_text}"


def of_base(figure: Figure) -> str:
    """Of how many, within a sentence: "van de 26 gemeenten", "van de 35 tot 37 gemeenten"."""
    return f"van de {counted_base(figure)}"

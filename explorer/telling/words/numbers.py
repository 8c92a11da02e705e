"""A figure as pictures, tables and texts write it: each number with its own signs."""

from collections.abc import Iterable, Sequence

from explorer.survey.figures.figure import Figure
from explorer.survey.formats import UNKNOWN, agreeing, percent, whole_number
from explorer.telling.words.origin import signed, signs_of
from explorer.telling.words.withheld import base_of, counted_base, is_range, range_of, word_of

NO_ANSWERS = "geen antwoorden"


def value_text(figure: Figure) -> str:
    """Such as "34 · 34 % ●"; of a range "16 tot 18"; under a small base "3 van 8"; a word where there is no number."""
    if figure.n is None or figure.base is None or is_range(figure):
        return word_of(figure)
    if figure.base == 0:
        return NO_ANSWERS
    return out_of_figure(figure) if figure.has_small_base else f"{signed_count(figure)} · {signed_share(figure)}"


def overview_value(figure: Figure) -> str:
    """Such as "88 % ●"; a small base and a missing number as in :func:`value_text`."""
    return value_text(figure).split(" · ", 1)[-1]


def signed_count(figure: Figure) -> str:
    """The count with its signs; a word where there is no number."""
    n = figure.exact_n if figure.n is None else figure.n
    return word_of(figure) if n is None or is_range(figure) else signed(whole_number(n), figure, "n")


def signed_base(figure: Figure) -> str:
    """The base with its signs: "99 ●", or of a group "35 tot 37"."""
    return signed(whole_number(figure.base), figure, "base")


def shared_base(figures: Iterable[Figure], between: str = " tot ") -> str:
    """The base that the answers of a question share, with its signs wherever the report prints it with one of them."""
    known = [figure for figure in figures if figure.base is not None]
    if not known:
        return UNKNOWN
    if known[0].exact_base is None:
        return base_of(known[0], between)
    same = [figure for figure in known if figure.exact_base == known[0].exact_base]
    return signed_base(next((figure for figure in same if signs_of(figure, "base")), known[0]))


def counted_shared_base(figures: Sequence[Figure]) -> str:
    """The same with its noun: "1 gemeente", "99 ● gemeenten", "35 tot 37 gemeenten"."""
    is_one = next((figure.exact_base for figure in figures if figure.base is not None), None) == 1
    return f"{shared_base(figures)} {'gemeente' if is_one else 'gemeenten'}"


def signed_share(figure: Figure) -> str:
    """The whole percentage with its signs: "74 % ●"."""
    return signed(percent(figure.n, figure.base), figure, "pct")


def out_of_figure(figure: Figure, *, article: bool = False) -> str:
    """Count and base, each with its signs: "73 ● van 99 ●", or within a sentence "73 ● van de 99 ●"."""
    if figure.base == 1:
        article = False
    return f"{signed_count(figure)} van {'de ' if article else ''}{signed_base(figure)}"


def spoken(figure: Figure) -> str:
    """A figure within a sentence: "73 van de 99 gemeenten (74 %)", of a range "16 tot 18 van de 26 gemeenten"."""
    if is_range(figure):
        return f"{range_of(figure)} {of_base(figure)}"
    if figure.n is None or figure.base is None:
        return word_of(figure)
    noun = agreeing(figure.base, "gemeente", "gemeenten")
    share = "" if figure.has_small_base else f" ({signed_share(figure)})"
    return f"{out_of_figure(figure, article=True)} {noun}{share}"


def of_base(figure: Figure) -> str:
    """Of how many, within a sentence: "van de 26 gemeenten", "van de 35 tot 37 gemeenten"."""
    return f"van de {counted_base(figure)}"


def counts_and_share(figure: Figure) -> str:
    """Such as "73 ● van de 99 ● (74 % ●)"."""
    return f"{out_of_figure(figure, article=True)} ({signed_share(figure)})"

"""What bars, strokes, dots, signs and edges of a picture mean, and how many municipalities they are about."""

from collections.abc import Sequence

from explorer.survey.figures.figure import Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import counted, whole_number
from explorer.telling.words.answers import Answer, ItemAnswers, known_base, pair_of
from explorer.telling.words.origin import origin_line
from explorer.telling.words.own import edge_note
from explorer.telling.words.withheld import base_of, counted_base, is_range, ranges_line, signs_line, word_of

OPEN_BAR = "Het volle stuk is zeker; de echte balk eindigt ergens in het lichte stuk."


def tracks_caption(qf: QuestionFigures, shown: Sequence[Answer]) -> str:
    """What bar and stroke mean; figures of a question share their base."""
    known = known_base(answer.now for answer in shown)
    who = counted(None, "gemeente", "gemeenten") if known is None else counted_base(known)
    now = f"Balk: {qf.wave} ({who})."
    before = next(
        (answer.before for answer in shown if answer.before is not None and has_stroke_of(answer.before)), None
    )
    then = None if before is None else f"Streep: {before.wave} ({whole_number(before.base)})."
    ranges = OPEN_BAR if any(is_range(answer.now) for answer in shown) else None
    return " ".join(filter(None, [now, then, ranges]))


def has_stroke_of(before: Figure) -> bool:
    """Whether the wave before has a stroke in the picture: a range has no one place."""
    return before.n is not None and bool(before.base) and not is_range(before)


def panel_caption(qf: QuestionFigures, shown: Sequence[Answer]) -> str:
    """Who is compared, and which dot is which wave."""
    known = known_base(answer.now for answer in shown)
    who = "Dezelfde gemeenten" if known is None else f"Dezelfde {counted(known.base, 'gemeente', 'gemeenten')}"
    return f"{who}. Open rondje {pair_of(shown[0])[0].wave}, dicht {qf.wave}."


def item_base(answers: ItemAnswers) -> str:
    """How many answered for an item, as it stands beside its label: "van 98", "geen antwoorden"."""
    known = known_base(answers.figures)
    if known is None:
        return word_of(answers.figures[0])
    if known.base == 0:
        return "geen antwoorden"
    return f"van {base_of(known, '–')}"


def counting_notes(qf: QuestionFigures, shown: Sequence[ItemAnswers]) -> tuple[str, ...]:
    """What the numbers are and where they come from, what signs stand for, and whose the edges are."""
    figures: list[Figure] = [figure for answers in shown for figure in answers.figures]
    numbers = " ".join(filter(None, ["Aantal gemeenten.", ranges_line(figures), origin_line(figures)]))
    return tuple(filter(None, [numbers, signs_line(figures), edge_note(qf)]))

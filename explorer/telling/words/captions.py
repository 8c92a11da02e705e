"""What bars, strokes, dots, signs and edges of a picture mean, and how many municipalities they are about."""

from collections.abc import Sequence

from explorer.survey.figures.figure import SMALL_BASE, Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import counted, whole_number
from explorer.telling.words.answers import Answer, ItemAnswers, known_base, pair_of
from explorer.telling.words.numbers import counted_shared_base, shared_base
from explorer.telling.words.origin import origin_line
from explorer.telling.words.own import edge_note
from explorer.telling.words.withheld import count_of, is_range, ranges_line, signs_line, word_of

FEW = f"Onder {SMALL_BASE} antwoorden zegt kleur of breedte niets; het aantal staat erin."
OPEN_BAR = "Licht stuk: wat het bereik openlaat."


def tracks_caption(qf: QuestionFigures, shown: Sequence[Answer]) -> str:
    """What bar and stroke mean; figures of a question share their base."""
    known = known_base(answer.now for answer in shown)
    figures = [answer.now for answer in shown]
    who = counted(None, "gemeente", "gemeenten") if known is None else counted_shared_base(figures)
    if known is not None and known.has_small_base:
        return f"{qf.wave}: {who}."
    now = f"Balk: {qf.wave} ({who})."
    before = next(
        (answer.before for answer in shown if answer.before is not None and has_stroke_of(answer.before)), None
    )
    earlier = [answer.before for answer in shown if answer.before is not None]
    then = None if before is None else f"Streep: {before.wave} ({shared_base(earlier)})."
    ranges = OPEN_BAR if any(is_range(answer.now) for answer in shown) else None
    return " ".join(filter(None, [now, then, ranges]))


def has_stroke_of(before: Figure) -> bool:
    """Whether the wave before has a stroke in the picture: a range has no one place."""
    return before.n is not None and bool(before.base) and not is_range(before) and not before.has_small_base


def panel_caption(qf: QuestionFigures, shown: Sequence[Answer]) -> str:
    """Who is compared, why they are fewer than took part both times, and which dot is which wave."""
    known = known_base(answer.now for answer in shown)
    dots = f"Open rondje {pair_of(shown[0])[0].wave}, dicht {qf.wave}."
    both = None if qf.both is None else whole_number(qf.both)
    if known is None:
        return f"Gemeenten die beide jaren meededen{f' (hoogstens {both})' if both else ''}. {dots}"
    if both is None or known.base == qf.both:
        return f"Dezelfde {whole_number(known.base)} gemeenten. {dots}"
    return f"Dezelfde {whole_number(known.base)} gemeenten: zoveel van de {both} antwoordden beide keren. {dots}"


def item_base(answers: ItemAnswers) -> str:
    """How many answered for an item, as it stands beside its label: "van 98", "geen antwoorden"."""
    known = known_base(answers.figures)
    if known is None:
        return word_of(answers.figures[0])
    if known.base == 0:
        return "geen antwoorden"
    return f"van {shared_base(answers.figures, '–')}"


def counting_notes(qf: QuestionFigures, shown: Sequence[ItemAnswers]) -> tuple[str, ...]:
    """What the numbers are and where they come from, what signs stand for, and whose the edges are."""
    figures: list[Figure] = [figure for answers in shown for figure in answers.figures]
    text = " ".join([*map(count_of, figures), *map(item_base, shown)])
    numbers = " ".join(filter(None, ["Aantal gemeenten.", ranges_line(figures), origin_line(figures, text)]))
    few = FEW if any(figure.has_small_base for figure in figures) else None
    return tuple(filter(None, [numbers, few, signs_line(figures), edge_note(qf)]))

"""The options of one question as tracks: bar for this wave, upright stroke for the wave before."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.survey.figures.figure import Figure
from explorer.survey.figures.question import OverviewRow, QuestionFigures
from explorer.survey.formats import counted, out_of, percent
from explorer.telling.charts.base import Row, Spec, chart, note_rows
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.track import caption_row, own_track_row, share, track_layers, track_row, value_text
from explorer.telling.words.answers import Answer, answered, answers, known_base
from explorer.telling.words.origin import origin_line
from explorer.telling.words.own import OWN, is_own, own_alt
from explorer.telling.words.withheld import ABOUT, ROUNDED, is_rounded, rounded_line, word_of


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A count of a base with the text that stands at its right end, such as "8 van 12 · 67 %"."""

    label: str
    n: int | None
    base: int | None
    text: str


def tracks(qf: QuestionFigures, palette: Palette) -> Spec | None:
    """A question without items; None where there is nothing to draw (nobody answered, or all is withheld).

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    shown = answers(qf)
    if not answered(qf.now):
        return None
    rows = [caption_row(_caption(qf, shown))]
    rows += [_track(qf, answer, palette) for answer in shown]
    rows += note_rows(origin_line(_all_figures(shown)))
    return chart(rows, track_layers(palette), palette, tracks_alt(qf))


def tracks_alt(qf: QuestionFigures) -> str:
    """The same figures in sentences."""
    shown = answers(qf)
    figures = _all_figures(shown)
    sentences = [f"Staafdiagram bij de vraag: {qf.question.text}", *(_answer_sentence(answer) for answer in shown)]
    return _joined([*sentences, *filter(None, [own_alt(qf), rounded_line(figures)])], figures)


def overview(entries: Sequence[OverviewRow], palette: Palette) -> Spec | None:
    """Headlines of several questions; None without any."""
    if not entries:
        return None
    rows = [_overview_track(one, palette) for one in entries]
    rows += note_rows(origin_line(_overview_figures(entries)))
    return chart(rows, track_layers(palette), palette, overview_alt(entries))


def _overview_track(entry: OverviewRow, palette: Palette) -> Row:
    value, place = overview_value(entry.now), share(entry.now)
    drawn = track_row(entry.label, value, place, palette.bar, before=share(entry.before))
    return own_track_row(drawn) if entry.own else drawn


def overview_value(figure: Figure) -> str:
    """Such as "88 % ●"; a small base and a missing number as in :func:`~explorer.telling.charts.track.value_text`."""
    full = value_text(figure)
    last = full.split(" · ", 1)[-1]
    return f"{ABOUT}{last}" if is_rounded(figure) and last != full else last


def overview_alt(entries: Sequence[OverviewRow]) -> str:
    """The same figures in sentences."""
    sentences = [
        f"{entry.label}: {spoken(entry.now)}{_spoken_before(entry.before)}{f'; {OWN} ook' if entry.own else ''}."
        for entry in entries
    ]
    return _joined(["Staafdiagram met de kern van elke vraag.", *sentences], _overview_figures(entries))


def rows(entries: Sequence[PlainRow], palette: Palette, *, note: str | None) -> Spec | None:
    """Tracks of anything that has a count and a base, in the order given; None without any.

    ``note`` says where the numbers come from; it stands in the picture.
    """
    if not entries:
        return None
    drawn = [
        track_row(entry.label, entry.text, _place(entry.n, entry.base), palette.bar) for entry in entries
    ] + note_rows(note)
    return chart(drawn, track_layers(palette), palette, rows_alt(entries, note=note))


def rows_alt(entries: Sequence[PlainRow], *, note: str | None) -> str:
    """The same rows in sentences."""
    told = [f"{entry.label}: {entry.text}." for entry in entries]
    return " ".join(filter(None, ["Staafdiagram.", *told, note]))


def spoken(figure: Figure) -> str:
    """A figure within a sentence: "73 van de 99 gemeenten (74 %)", rounded "ongeveer 35 van de 50 gemeenten (70 %)"."""
    if figure.n is None or figure.base is None:
        return word_of(figure)
    noun = "gemeente" if figure.base == 1 else "gemeenten"
    if figure.base == 1:
        return f"{figure.n} van {figure.base} {noun}"
    share_text = "" if figure.has_small_base else f" ({percent(figure.n, figure.base)})"
    about = "ongeveer " if is_rounded(figure) else ""
    return f"{about}{out_of(figure.n, figure.base)} {noun}{share_text}"


def _track(qf: QuestionFigures, answer: Answer, palette: Palette) -> Row:
    """An answer as a track, with a diamond where the municipality that looks chose it."""
    colour = palette.phase_colour(answer.phase)
    drawn = track_row(answer.label, value_text(answer.now), share(answer.now), colour, before=share(answer.before))
    return own_track_row(drawn) if is_own(qf, answer.id) else drawn


def _place(n: int | None, base: int | None) -> float | None:
    return None if n is None or not base else 100 * n / base


def _caption(qf: QuestionFigures, shown: Sequence[Answer]) -> str:
    """What bar and stroke mean; figures of a question share their base."""
    known = known_base(answer.now for answer in shown)
    about = "ongeveer " if known is not None and is_rounded(known) else ""
    now = f"Balk: {qf.wave} ({about}{counted(None if known is None else known.base, 'gemeente', 'gemeenten')})."
    before = next((answer.before for answer in shown if answer.before is not None and answer.before.base), None)
    then = None if before is None else f"Streep: {before.wave} ({about}{before.base})."
    return " ".join(filter(None, [now, then, ROUNDED if about else None]))


def _answer_sentence(answer: Answer) -> str:
    return f"{answer.label}: {spoken(answer.now)}{_spoken_before(answer.before)}."


def _spoken_before(before: Figure | None) -> str:
    return "" if before is None or before.n is None else f"; in {before.wave} {spoken(before)}"


def _all_figures(shown: Sequence[Answer]) -> list[Figure]:
    return [figure for answer in shown for figure in (answer.now, answer.before) if figure is not None]


def _overview_figures(entries: Sequence[OverviewRow]) -> list[Figure]:
    return [figure for entry in entries for figure in (entry.now, entry.before) if figure is not None]


def _joined(sentences: Sequence[str], figures: Sequence[Figure]) -> str:
    origin = origin_line(figures)
    return " ".join([*sentences, *([origin] if origin else [])])

"""The options of one question as tracks: bar for this wave, upright stroke for the wave before."""

from collections.abc import Sequence

from explorer.survey.figures.figure import SMALL_BASE
from explorer.survey.figures.question import OverviewRow, QuestionFigures
from explorer.telling.charts.base import Row, Spec, chart, note_rows
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.track import TOO_FEW, Places, caption_row, own_track_row, track_layers, track_row
from explorer.telling.sentences.pictures import overview_alt, rows_alt, tracks_alt
from explorer.telling.words.answers import Answer, answered, answers
from explorer.telling.words.captions import tracks_caption
from explorer.telling.words.numbers import overview_value, value_text
from explorer.telling.words.origin import origin_line
from explorer.telling.words.own import is_own
from explorer.telling.words.rows import PlainRow


def tracks(qf: QuestionFigures, palette: Palette) -> Spec | None:
    """A question without items; None where there is nothing to draw (nobody answered, or all is withheld).

    Raises:
        TrendError: figures of the wave before are given for a question that is not identical.
    """
    shown = answers(qf)
    if not answered(qf.now):
        return None
    caption = tracks_caption(qf, shown)
    rows = [caption_row(caption), *(_track(qf, answer, palette) for answer in shown)]
    figures = [figure for answer in shown for figure in (answer.now, answer.before) if figure is not None]
    rows += note_rows(origin_line(figures, " ".join([caption, *(value_text(answer.now) for answer in shown)])))
    return chart(rows, track_layers(palette), palette, tracks_alt(qf))


def overview(entries: Sequence[OverviewRow], palette: Palette) -> Spec | None:
    """Headlines of several questions; None without any."""
    if not entries:
        return None
    rows = [_overview_track(one, palette) for one in entries]
    figures = [figure for entry in entries for figure in (entry.now, entry.before) if figure is not None]
    rows += note_rows(origin_line(figures, " ".join(overview_value(entry.now) for entry in entries)))
    return chart(rows, track_layers(palette), palette, overview_alt(entries))


def _overview_track(entry: OverviewRow, palette: Palette) -> Row:
    drawn = track_row(entry.label, overview_value(entry.now), Places.of(entry.now, entry.before), palette.bar)
    return own_track_row(drawn) if entry.own else drawn


def rows(entries: Sequence[PlainRow], palette: Palette, *, note: str | None) -> Spec | None:
    """Tracks of anything that has a count and a base, in the order given; None without any.

    ``note`` says where the numbers come from; it stands in the picture.
    """
    if not entries:
        return None
    drawn = [track_row(entry.label, entry.text, _places(entry), palette.bar) for entry in entries] + note_rows(note)
    return chart(drawn, track_layers(palette), palette, rows_alt(entries, note=note))


def _track(qf: QuestionFigures, answer: Answer, palette: Palette) -> Row:
    """An answer as a track, with a diamond where the municipality that looks chose it."""
    colour = palette.phase_colour(answer.phase)
    drawn = track_row(answer.label, value_text(answer.now), Places.of(answer.now, answer.before), colour)
    return own_track_row(drawn) if is_own(qf, answer.id) else drawn


def _places(entry: PlainRow) -> Places:
    if entry.n is None or not entry.base:
        return Places(None)
    return TOO_FEW if entry.base < SMALL_BASE else Places(100 * entry.n / entry.base)

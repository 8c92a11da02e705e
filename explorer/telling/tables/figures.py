"""Figures as rows with Dutch columns: what stands in the table beside a picture. Knows no screen."""

from collections.abc import Iterable, Mapping

from explorer.survey.codebook.model import Codebook, Question
from explorer.survey.figures.figure import Figure, Kind, find
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import NO_BREAK, lower_first, percent, whole_number
from explorer.telling.words.numbers import out_of_figure, signed_share
from explorer.telling.words.origin import origin_line
from explorer.telling.words.withheld import base_of, is_range, range_of, ranges_line, word_of

NO_SHARE = "–"
PANEL = "Deden beide jaren mee"

TableRow = dict[str, str]


def figure_table(qf: QuestionFigures) -> list[TableRow]:
    """One row per answer (per item), a column per wave, the earlier one first, and one per wave for the panel where
    that is compared.

    A cell is a count of its base, with the percentage and the mark of a printed number.
    """
    columns = {str(qf.previous_wave): qf.before} if qf.before else {}
    columns[str(qf.wave)] = qf.now
    if qf.panel_now and qf.panel_before:
        columns |= {
            f"{PANEL} {qf.previous_wave}": qf.panel_before,
            f"{PANEL} {qf.wave}": qf.panel_now,
        }
    return [_row(figure, qf.question, columns) for figure in qf.now]


def table_note(qf: QuestionFigures) -> str | None:
    """Where the numbers of the table come from, and how a range is read; the same lines as in the pictures."""
    figures = (*qf.now, *qf.before, *qf.panel_now, *qf.panel_before)
    cells = " ".join(_cell(figure) for figure in figures)
    return " ".join(filter(None, [ranges_line(figures), origin_line(figures, cells)])) or None


def answer_label(figure: Figure, question: Question) -> str:
    """The answer in words, as pictures have it; a cross names the net within which it counts."""
    if figure.option is None:
        raise ValueError(f"{figure.question} is not a question with answers")
    if figure.kind is Kind.CROSS:
        return question.label_of_cross(figure.option)
    label = question.label_of(figure.option)
    return f"Samen: {lower_first(label)}" if figure.kind is Kind.NET else label


def item_label(figure: Figure, question: Question) -> str | None:
    """The item of a matrix in words; None for another question."""
    return next((item.label for item in question.items if item.id == figure.item), None)


def nonresponse_table(found: Iterable[QuestionFigures], codebook: Codebook) -> list[TableRow]:
    """One row per question: asked, answered, skipped; of a matrix the fewest and the most of its items."""
    rows = []
    for qf in found:
        bases = [figure.base for figure in qf.now if figure.kind is Kind.OPTION and figure.base is not None]
        if bases:
            skipped = None if qf.asked is None else (qf.asked - max(bases), qf.asked - min(bases))
            rows.append(
                {
                    "Vraag": qf.question.short,
                    "Onderdeel": codebook.section(qf.question.section).short,
                    "Kregen de vraag": whole_number(qf.asked),
                    "Gaven antwoord": _per_item(qf, (min(bases), max(bases))),
                    "Sloegen over": _per_item(qf, skipped),
                }
            )
    return rows


def _per_item(qf: QuestionFigures, limits: tuple[int, int] | None) -> str:
    """A count, or of a matrix from which to which: who skipped an item may have answered the others."""
    if limits is None or not qf.question.items:
        return whole_number(None if limits is None else limits[0])
    least, most = map(whole_number, limits)
    return f"{least} per onderdeel" if least == most else f"{least} tot {most} per onderdeel"


def _row(figure: Figure, question: Question, columns: Mapping[str, tuple[Figure, ...]]) -> TableRow:
    if figure.option is None:
        raise ValueError(f"{figure.question} is not a question with answers")
    item = item_label(figure, question)
    row = {} if item is None else {"Onderwerp": item}
    row["Antwoord"] = answer_label(figure, question)
    for name, figures in columns.items():
        same = find(figures, figure.option, item=figure.item, kind=figure.kind)
        row[name] = "" if same is None else _cell(same)
    return row


def _cell(figure: Figure) -> str:
    """Such as "34 van 99 · 34 % ●"; of a range "16 tot 18 van 25 tot 26"."""
    if is_range(figure) and figure.base is not None:
        return f"{range_of(figure)} van {base_of(figure)}".replace(" ", NO_BREAK)
    if figure.n is None or figure.base is None:
        return word_of(figure)
    counts = out_of_figure(figure).replace(" ", NO_BREAK)
    return counts if share(figure) == NO_SHARE else f"{counts} · {signed_share(figure)}"


def share(figure: Figure) -> str:
    """The percentage as a page shows it; a dash under a small base and of a range, where counts alone are shown."""
    if is_range(figure):
        return NO_SHARE
    if figure.n is None:
        return word_of(figure)
    return NO_SHARE if not figure.base or figure.has_small_base else percent(figure.n, figure.base)

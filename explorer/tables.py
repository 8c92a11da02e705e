"""Figures as rows with Dutch columns: what stands in the table beside a picture. Knows no screen."""

from collections.abc import Iterable

from explorer.codebook import Codebook, Question
from explorer.figures import Figure, Kind, Origin, QuestionFigures
from explorer.formats import UNKNOWN, percent, whole_number
from explorer.selection import Population

ORIGIN_NAMES = {
    Origin.PRINTED: "rapport 2020",
    Origin.SIMULATED: "gesimuleerd",
    Origin.OBSERVED: "echte antwoorden",
}
POPULATION_NAMES = {
    Population.TOTAL: "alle deelnemers",
    Population.PANEL: "deden beide jaren mee",
    Population.NEW: "deden voor het eerst mee",
}

TableRow = dict[str, str]


def figure_table(qf: QuestionFigures) -> list[TableRow]:
    """One row per figure on display, of both waves and of the panel; counts stand with their base."""
    shown = (*qf.now, *qf.before, *qf.panel_now, *qf.panel_before)
    return [_row(figure, qf.question) for figure in shown]


def answer_label(figure: Figure, question: Question) -> str:
    """The answer in words; a cross names the net within which it counts."""
    if figure.option is None:
        raise ValueError(f"{figure.question} is not a question with answers")
    label = question.label_of(figure.option)
    if figure.kind is not Kind.CROSS:
        return label
    within = next(cross.within for cross in question.crosses if cross.option == figure.option)
    return f"{label}, van wie ‘{question.label_of(within)}’"


def item_label(figure: Figure, question: Question) -> str | None:
    """The item of a matrix in words; None for another question."""
    return next((item.label for item in question.items if item.id == figure.item), None)


def nonresponse_table(found: Iterable[QuestionFigures], codebook: Codebook) -> list[TableRow]:
    """One row per question (per item of a matrix, the item that most skipped): asked, answered, skipped."""
    rows = []
    for qf in found:
        bases = [figure.base for figure in qf.now if figure.kind is Kind.OPTION and figure.base is not None]
        if bases:
            rows.append(
                {
                    "Vraag": qf.question.short,
                    "Onderdeel": codebook.section(qf.question.section).short,
                    "Kregen de vraag": whole_number(qf.asked),
                    "Gaven antwoord": whole_number(min(bases)),
                    "Sloegen over": whole_number(qf.asked - min(bases)),
                }
            )
    return rows


def _row(figure: Figure, question: Question) -> TableRow:
    item = item_label(figure, question)
    return {
        **({"Onderwerp": item} if item is not None else {}),
        "Antwoord": answer_label(figure, question),
        "Meting": str(figure.wave),
        "Gemeenten": POPULATION_NAMES[figure.population],
        "Aantal": UNKNOWN if figure.n is None else whole_number(figure.n),
        "Van": UNKNOWN if figure.base is None else whole_number(figure.base),
        "Aandeel": share(figure),
        "Herkomst": ORIGIN_NAMES[figure.origin],
    }


def share(figure: Figure) -> str:
    """The percentage as a page shows it; a dash under a small base, where counts alone are shown."""
    if figure.n is None:
        return UNKNOWN
    return "–" if not figure.base or figure.has_small_base else percent(figure.n, figure.base)

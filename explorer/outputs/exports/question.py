"""The figures of one question as rows of a file, with all that a reader needs to know of them, and as a picture."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from explorer.outputs.exports.cells import ExportRow
from explorer.outputs.exports.picture import Picture
from explorer.survey.asking.groups import URBANITY_WORDS
from explorer.survey.asking.selection import Selection
from explorer.survey.codebook.model import Question, Section
from explorer.survey.figures.figure import SMALL_BASE, Figure, Kind
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import listed, long_date, upper_first
from explorer.telling.charts.base import Spec
from explorer.telling.charts.dumbbell import dumbbell
from explorer.telling.charts.palette import LIGHT, Palette
from explorer.telling.sentences import (
    base_line,
    group_label,
    heading,
    missing_line,
    nothing_to_show,
    selection_words,
    trend_line,
)
from explorer.telling.sentences.pictures import dumbbell_alt
from explorer.telling.sentences.report import PART_NAMES
from explorer.telling.tables.figures import answer_label, item_label, table_note
from explorer.telling.words.origin import origin_of
from explorer.telling.words.selections import POPULATION_WORDS
from explorer.telling.words.withheld import base_of, is_range, range_of

SOURCE = "Verkenner van de benchmark Eén tegen eenzaamheid"
KIND_NAMES = {Kind.OPTION: "antwoord", Kind.NET: "antwoorden samen", Kind.CROSS: "deel van een antwoord"}
WHOLE_COUNTRY = "landelijk"
OBSERVED = "Alle cijfers zijn antwoorden van gemeenten."

Draw = Callable[[QuestionFigures, Palette], Spec | None]
Describe = Callable[[QuestionFigures], str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file says of itself: which section and selection, from which page and database, on which day.

    ``asked_of`` is the question whose answer led here, of a question that not everybody was asked.
    """

    section: Section
    selection: Selection
    address: str
    version: str
    day: date
    asked_of: Question | None = None


def question_rows(qf: QuestionFigures, taken: Taken) -> list[ExportRow]:
    """One row per figure: this wave, the wave before, then the respondents of both, in the codebook's order."""
    figures = (*qf.now, *qf.before, *qf.panel_now, *qf.panel_before)
    return [_row(figure, qf.question, taken) for figure in figures]


def question_about(qf: QuestionFigures, taken: Taken) -> list[tuple[str, str]]:
    """(name, text) of everything beside the numbers: source, question, filters in words, origin, address, day."""
    withheld = missing_line([qf])
    return [
        ("Bron", SOURCE),
        ("Onderdeel", taken.section.label),
        ("Vraag", qf.question.text),
        ("Bevinding", f"{heading(qf)}."),
        ("Meting", str(qf.wave)),
        ("Gemeenten", upper_first(POPULATION_WORDS[qf.population])),
        ("Selectie", upper_first(places(taken.selection))),
        ("Basis", base_line(qf, asked_of=taken.asked_of)),
        ("Vergelijking", trend_line(qf) or f"De vraag was in {qf.previous_wave} gelijk."),
        ("Herkomst", table_note(qf) or OBSERVED),
        ("Percentages", f"Afgerond op één decimaal. Leeg bij minder dan {SMALL_BASE} antwoorden en bij een bereik."),
        *([("Niet als aantal", withheld)] if withheld else []),
        ("Adres", taken.address),
        ("Gedownload op", long_date(taken.day)),
        ("Versie van de database", taken.version),
    ]


def question_picture(qf: QuestionFigures, taken: Taken, draw: Draw, describe: Describe) -> Picture | None:
    """The picture of a question with its finding, base and selection around it; None where there is nothing to draw.

    The comparison of the same municipalities stands below it, where there is one. Always light: it goes on paper.
    """
    if nothing_to_show(qf) is not None:
        return None
    drawn = [(draw(qf, LIGHT), describe), (dumbbell(qf, LIGHT) if qf.panel_now else None, dumbbell_alt)]
    shown = [(spec, tell(qf)) for spec, tell in drawn if spec is not None]
    if not shown:
        return None
    base = " ".join(filter(None, [base_line(qf, asked_of=taken.asked_of), trend_line(qf), missing_line([qf])]))
    return Picture(
        kicker=selection_words(taken.selection, wave=qf.wave, section=taken.section),
        title=heading(qf),
        question=qf.question.text,
        charts=tuple(spec for spec, _ in shown),
        notes=(base, f"Bron: {SOURCE}, {long_date(taken.day)}."),
        description=" ".join([*(text for _, text in shown), base]),
    )


def places(selection: Selection) -> str:
    """The places of a selection in words, every one by its name: "Drenthe en Fryslân, sterk stedelijk"."""
    return ", ".join(_places(selection)) or WHOLE_COUNTRY


def _places(selection: Selection) -> Iterator[str]:
    if selection.provinces:
        yield listed(selection.provinces)
    if selection.urbanity:
        yield listed([URBANITY_WORDS[value] for value in selection.urbanity])
    if selection.group is not None:
        yield group_label(selection.group)


def _row(figure: Figure, question: Question, taken: Taken) -> ExportRow:
    share, remark = _share(figure)
    return {
        "Onderdeel": taken.section.label,
        "Vraag": question.text,
        "Onderwerp": item_label(figure, question),
        "Antwoord": answer_label(figure, question),
        "Soort": KIND_NAMES[figure.kind],
        "Meting": figure.wave,
        "Gemeenten": POPULATION_WORDS[figure.population],
        "Selectie": places(taken.selection),
        "Aantal": figure.exact_n,
        "Basis": figure.base if figure.base_low == figure.base_high else None,
        "Percentage": share,
        "Opmerking": remark,
        "Herkomst": origin_of(figure),
        **{f"{upper_first(name)} in het rapport": _in_report(figure, part) for part, name in PART_NAMES.items()},
        "Aantal minimaal": figure.n_low if is_range(figure) else None,
        "Aantal maximaal": figure.n_high if is_range(figure) else None,
    }


def _in_report(figure: Figure, part: str) -> str:
    """Whether the report prints this number; empty where it prints none, or where the number is not told."""
    told = [*(["ja"] if part in figure.printed else []), *(["ander getal"] if part in figure.differing else [])]
    return "; ".join(told)


def _share(figure: Figure) -> tuple[Decimal | None, str | None]:
    """The percentage with one decimal, or else why there is none."""
    if is_range(figure):
        return None, f"Het aantal is {range_of(figure)}, van {base_of(figure)}."
    if figure.withheld is not None:
        return None, figure.withheld.reason
    if figure.n is None or figure.base is None:
        return None, "Niet getoond: te weinig antwoorden."
    if figure.base == 0:
        return None, "Geen gemeente gaf antwoord."
    if figure.has_small_base:
        return None, f"Minder dan {SMALL_BASE} antwoorden: alleen aantallen."
    return figure.pct, None

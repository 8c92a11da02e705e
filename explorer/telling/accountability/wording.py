"""A row of the printed report in Dutch: what it is about, what it says, and what it is compared with."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from explorer.inputs.printed import PrintedRow
from explorer.inputs.printed.report import NUMBERED_KINDS
from explorer.inputs.printed.rules import LIMITS, Lookup, in_words, share
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Codebook, Question
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.formats import NO_BREAK, decimal_number, listed, rounded, whole_number

SEPARATOR = " · "
SAME_MUNICIPALITIES = "deden beide jaren mee"
ONLY_IN_WORDS = "alleen in woorden"

RESPONSE_SUBJECTS = (
    (r"contacted", "Aangeschreven contactpersonen"),
    (r"joined", "Aangesloten gemeenten"),
    (r"responded", "Ingevulde vragenlijsten"),
    (r"response_rate", "Respons"),
    (r"panel_size", "Deden beide jaren mee"),
    (r"first_time_respondents", "Deden voor het eerst mee"),
    (r"first_time_already_joined_in_(\d{4})", r"Nieuw, maar in \1 al aangesloten"),
    (r"first_time_joined_since_(\d{4})", r"Nieuw en na \1 aangesloten"),
)
"""The questions of section ``response``, which the codebook does not hold; years are part of their names."""

LIMIT_WORDS = {
    "almost_all": "bijna alle",
    "majority": "de meeste",
    "large_part": "een groot deel",
    "slightly_less_than_half": "iets minder dan de helft",
    "few": "weinig",
    "not_a_challenge": "nauwelijks een uitdaging",
}
WAVE_WORDS = {"higher_than": "hoger dan in", "lower_than": "lager dan in", "about_equal": "ongeveer gelijk aan"}
OTHER_WORDS = {"fewer_than": "minder dan", "more_than": "meer dan", "about_equal_to": "ongeveer gelijk aan"}

_AGAINST_WAVE = rf"({'|'.join(WAVE_WORDS)})_(\d{{4}})"
_AGAINST_OTHER = rf"({'|'.join(OTHER_WORDS)})_(\w+)"


def subject(row: PrintedRow, codebook: Codebook) -> str:
    """Question, item, answer and wave: "Lokale coalitie · Nog niet · 2020"."""
    when = f"{row.wave}, {SAME_MUNICIPALITIES}" if row.population is Population.PANEL else str(row.wave)
    if row.section == RESPONSE:
        return SEPARATOR.join((_response_subject(row.question), when))
    question = codebook.question(row.question)
    item = next((item.label for item in question.items if item.id == row.item), None)
    return SEPARATOR.join(part for part in (question.short, item, _answer(row, question), when) if part)


def place_in_report(row: PrintedRow) -> str:
    """Such as "paragraaf 4.2 en 4.6" or "hoofdstuk 3"."""
    places = [("paragraaf" if "." in chapter else "hoofdstuk", chapter) for chapter in row.chapters]
    by_kind: dict[str, list[str]] = {}
    for kind, chapter in places:
        by_kind.setdefault(kind, []).append(chapter)
    return listed([f"{kind}{NO_BREAK}{listed(chapters)}" for kind, chapters in by_kind.items()])


def report_words(row: PrintedRow, codebook: Codebook) -> str:
    """What the report says: its number, or its comparison with the rule by which that is judged.

    Raises:
        ValueError: the kind of the row is unknown.
    """
    if row.kind in NUMBERED_KINDS:
        return _number(row) or ONLY_IN_WORDS
    if row.kind == "approximate":
        return f"ongeveer {_number(row)}"
    if row.kind in LIMITS:
        of = f" van {whole_number(row.base)}" if row.base is not None else ""
        return f"{LIMIT_WORDS[row.kind]}{of} ({_unbroken(LIMITS[row.kind][1])})"
    return _comparison(row, codebook)


def compared_with(row: PrintedRow, lookup: Lookup) -> str | None:
    """The figure on the other side of a comparison: "in 2019 53 van 64 (82,8 %)"; None where there is none.

    Raises:
        NotComputableError: that figure is not there.
    """
    if found := re.fullmatch(_AGAINST_WAVE, row.kind):
        other = lookup.figure(replace(row, wave=int(found[2])))
        return f"in {found[2]} {in_words(other.n, other.base)}"
    if found := re.fullmatch(_AGAINST_OTHER, row.kind):
        is_option = found[2] in _options(lookup.codebook, row.question)
        other = lookup.figure(replace(row, option=found[2]) if is_option else replace(row, question=found[2]))
        return f"{_other_name(row, lookup.codebook, found[2])} {in_words(other.n, other.base)}"
    if row.kind == "relatively_many":
        return f"gemiddeld {decimal_number(_mean_pct(row, lookup))} %"
    return None


def _comparison(row: PrintedRow, codebook: Codebook) -> str:
    if row.kind == "relatively_many":
        return "relatief veel (meer dan gemiddeld)"
    if found := re.fullmatch(r"rank_(\d+)", row.kind):
        return f"op plaats {found[1]}"
    if found := re.fullmatch(_AGAINST_WAVE, row.kind):
        return f"{WAVE_WORDS[found[1]]} {found[2]}"
    if found := re.fullmatch(_AGAINST_OTHER, row.kind):
        return f"{OTHER_WORDS[found[1]]} {_other_name(row, codebook, found[2])}"
    raise ValueError(f"Line {row.line} of published_figures.csv has an unknown kind: {row.kind}")


def _response_subject(question: str) -> str:
    for pattern, words in RESPONSE_SUBJECTS:
        if found := re.fullmatch(pattern, question):
            return found.expand(words)
    raise ValueError(f"No Dutch name for the question {question} of section response")


def _answer(row: PrintedRow, question: Question) -> str | None:
    if row.option is None:
        return None
    label = question.label_of(row.option)
    if row.kind != "cross":
        return label
    cross = next(cross for cross in question.crosses if cross.option == row.option)
    return cross.label or f"{label} (binnen ‘{question.label_of(cross.within)}’)"


def _number(row: PrintedRow) -> str:
    """Such as "86 van 98 · 88 %", as much of it as is printed; empty where no number is."""
    count = "" if row.n is None else whole_number(row.n)
    base = f"van {whole_number(row.base)}" if row.base is not None else ""
    pct = "" if row.pct is None else f"{decimal_number(row.pct)}{NO_BREAK}%"
    return SEPARATOR.join(part for part in (" ".join(filter(None, (count, base))), pct) if part)


def _other_name(row: PrintedRow, codebook: Codebook, other: str) -> str:
    """An option of the same question, or another question."""
    question = codebook.question(row.question)
    name = question.label_of(other) if other in _options(codebook, row.question) else codebook.question(other).short
    return f"‘{name}’"


def _options(codebook: Codebook, question: str) -> set[str]:
    return {option.id for option in codebook.question(question).options}


def _mean_pct(row: PrintedRow, lookup: Lookup) -> Decimal:
    """The mean share of the other items or options, as a percentage with one decimal, rounded half up."""
    shares = [share(figure) for figure in lookup.siblings(row)]
    mean = sum(shares, Fraction()) / len(shares)
    return rounded(100 * mean, 1)


def _unbroken(words: str) -> str:
    return words.replace(" %", f"{NO_BREAK}%")

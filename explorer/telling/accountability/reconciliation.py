"""Every row of the printed report beside what the figures say: the words of both, and a verdict."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from explorer.inputs.printed import Finding, PrintedRow, Reading, Status, check
from explorer.inputs.printed.rules import Lookup
from explorer.survey.codebook.model import Codebook
from explorer.survey.figures.figure import Figure
from explorer.survey.formats import NO_BREAK, agreeing, counted, upper_first
from explorer.telling.accountability.wording import compared_with, place_in_report, report_words, subject


class Verdict(StrEnum):
    """How a row came out, as a reader sees it."""

    EQUAL = "klopt"
    CONTRADICTION = "tegenspraak"
    DIFFERS = "wijkt af"
    NOT_COMPUTABLE = "niet te berekenen"
    CLOSED = "alleen ministerie"


_VERDICTS = {
    Status.EQUAL: Verdict.EQUAL,
    Status.READING: Verdict.CONTRADICTION,
    Status.DIFFERS: Verdict.DIFFERS,
    Status.NOT_COMPUTABLE: Verdict.NOT_COMPUTABLE,
}

_SENTENCES = (
    (Verdict.CONTRADICTION, "spreekt het rapport zichzelf tegen of klopt de telling niet; daar kozen we een lezing."),
    (Verdict.DIFFERS, "komt er iets anders uit."),
    (Verdict.NOT_COMPUTABLE, "is er niets te berekenen."),
    (
        Verdict.CLOSED,
        "gaat het om gemeenten die beide jaren meededen, of om zeldzame antwoorden; die rekenen we alleen na voor "
        "het ministerie.",
    ),
)

CLOSED_WHY = (
    "Narekenen kan alleen het ministerie: het gaat om gemeenten die beide jaren meededen, of om zeldzame antwoorden."
)
NOT_COMPUTABLE_WHY = "Dit cijfer is er niet in deze gegevens."


@dataclass(frozen=True, slots=True)
class ReconciledRow:
    """One row of ``published_figures.csv``: ``line`` is its line there, ``section`` an id, the other texts are Dutch.

    ``report`` is what the report says, ``place`` where; ``explorer`` is what the figures say, empty where there are
    none for this viewer; ``why`` is the reading of a contradiction or why there is no figure, else empty.
    """

    line: int
    section: str
    subject: str
    report: str
    place: str
    explorer: str
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows there are, and how many of them have each verdict."""

    rows: int
    by_verdict: dict[Verdict, int]

    @property
    def sentence(self) -> str:
        """What came out, in one or more sentences; what no row has is left out."""
        equal = self.by_verdict[Verdict.EQUAL]
        start = f"Van de {self.rows} regels {agreeing(equal, 'komt', 'komen')} er {equal} uit."
        others = (
            f"Bij {counted(self.by_verdict[verdict], 'regel', 'regels')} {words}"
            for verdict, words in _SENTENCES
            if self.by_verdict[verdict]
        )
        return " ".join((start, *others))


def reconcile(
    rows: Sequence[PrintedRow],
    readings: Sequence[Reading],
    codebook: Codebook,
    figures: Iterable[Figure],
    *,
    sees_panel: bool,
) -> tuple[ReconciledRow, ...]:
    """All rows in the order of the file.

    ``figures`` are the unfiltered figures of all waves that the viewer may see. A viewer that does not see the panel
    gets no verdict on a row about it, or about answers too rare to be released; that the report contradicts itself
    there stands in the report, and is told.

    Raises:
        SourceError: the readings do not fit the rows.
    """
    seen = tuple(figures)
    lookup = Lookup(codebook, seen)
    read = {row.line: one.because for row in rows if row.is_conflict for one in readings if one.is_about(row)}
    return tuple(
        _row(one, lookup, read.get(one.row.line), sees_panel=sees_panel)
        for one in check(rows, readings, codebook, seen)
    )


def tally(rows: Iterable[ReconciledRow]) -> Tally:
    """Counts per verdict; each verdict is there, also where no row has it."""
    counted = Counter(row.verdict for row in rows)
    return Tally(sum(counted.values()), {verdict: counted[verdict] for verdict in Verdict})


def _row(finding: Finding, lookup: Lookup, because: str | None, *, sees_panel: bool) -> ReconciledRow:
    row = finding.row
    verdict = _verdict(finding, sees_panel=sees_panel)
    return ReconciledRow(
        line=row.line,
        section=row.section,
        subject=subject(row, lookup.codebook),
        report=report_words(row, lookup.codebook),
        place=place_in_report(row),
        explorer=_computed(finding, lookup),
        verdict=verdict,
        why=_why(verdict, because),
    )


def _verdict(finding: Finding, *, sees_panel: bool) -> Verdict:
    if finding.status is Status.NOT_COMPUTABLE and not sees_panel:
        return Verdict.CONTRADICTION if finding.row.is_conflict else Verdict.CLOSED
    return _VERDICTS[finding.status]


def _computed(finding: Finding, lookup: Lookup) -> str:
    if finding.status is Status.NOT_COMPUTABLE:
        return ""
    other = compared_with(finding.row, lookup)
    shown = finding.computed if other is None else f"{finding.computed}; {other}"
    return f"{upper_first(shown)}.".replace(" %", f"{NO_BREAK}%")


def _why(verdict: Verdict, because: str | None) -> str:
    match verdict:
        case Verdict.NOT_COMPUTABLE:
            return NOT_COMPUTABLE_WHY
        case Verdict.CLOSED:
            return CLOSED_WHY
        case Verdict.CONTRADICTION if because is not None:
            return because.replace(" %", f"{NO_BREAK}%")
        case _:
            return ""

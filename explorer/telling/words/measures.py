"""What a map of provinces can show of the response."""

from enum import StrEnum

from explorer.survey.figures.figure import SMALL_BASE, percentage
from explorer.survey.figures.participation import ResponseRate
from explorer.survey.formats import UNKNOWN, out_of, percent, whole_number


class Measure(StrEnum):
    """A choice above the map. ``NEW`` says something only in a wave that has one before it."""

    RATE = "rate"
    RESPONDENTS = "respondents"
    NEW = "new"

    @property
    def label(self) -> str:
        """The Dutch name of the choice."""
        return {
            Measure.RATE: "Aandeel van de aangeschreven contactpersonen dat antwoordde",
            Measure.RESPONDENTS: "Aantal gemeenten dat antwoordde",
            Measure.NEW: "Aandeel dat voor het eerst meedeed",
        }[self]

    @property
    def short(self) -> str:
        """One word, for where space is scarce."""
        return {Measure.RATE: "Respons", Measure.RESPONDENTS: "Deelnemers", Measure.NEW: "Nieuw"}[self]

    @property
    def is_percent(self) -> bool:
        return self is not Measure.RESPONDENTS

    def count_of(self, rate: ResponseRate) -> tuple[int | None, int | None]:
        """The count and its base; a number of respondents has no base."""
        match self:
            case Measure.RATE:
                return rate.responded, rate.contacted
            case Measure.NEW:
                return rate.new, rate.responded
            case Measure.RESPONDENTS:
                return rate.responded, None

    def value_of(self, rate: ResponseRate) -> float | None:
        """The count, or the percentage with one decimal; None where it is withheld or has no base."""
        n, base = self.count_of(rate)
        if not self.is_percent:
            return n
        share = percentage(n, base, decimals=1)
        return None if share is None else float(share)

    def has_small_base(self, rate: ResponseRate) -> bool:
        """Whether its base is too small for a share, and so for a tone on the map."""
        _, base = self.count_of(rate)
        return self.is_percent and base is not None and base < SMALL_BASE

    def text_of(self, rate: ResponseRate) -> str:
        """Such as "8 van 13 · 62 %"; without a percentage under a small base."""
        n, base = self.count_of(rate)
        if not self.is_percent:
            return whole_number(n)
        if n is None or base is None:
            return UNKNOWN
        if base == 0:
            return "niemand aangeschreven" if self is Measure.RATE else "geen antwoorden"
        counts = out_of(n, base, article=False)
        return counts if base < SMALL_BASE else f"{counts} · {percent(n, base)}"

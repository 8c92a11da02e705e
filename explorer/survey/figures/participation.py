"""Who was asked and who answered: rates per province, the status of each municipality, and their figures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Figure, Kind, Origin

SECTION = "response"


class ContactStatus(StrEnum):
    """What a municipality did in a wave. ``ABSENT`` hides the last three from the public."""

    RESPONDED = "responded"
    REPRESENTED = "represented"
    CONTACTED = "contacted"
    CONTACTED_THROUGH = "contacted_through"
    NOT_JOINED = "not_joined"
    ABSENT = "absent"

    @property
    def took_part(self) -> bool:
        """Answered, itself or through another municipality."""
        return self in (ContactStatus.RESPONDED, ContactStatus.REPRESENTED)

    @property
    def was_asked(self) -> bool:
        """Was asked, itself or through another municipality, and did not answer."""
        return self in (ContactStatus.CONTACTED, ContactStatus.CONTACTED_THROUGH)


@dataclass(frozen=True, slots=True)
class MunicipalityStatus:
    """One municipality in one wave. ``through`` names the municipality that was asked on its behalf."""

    wave: int
    code: str
    municipality: str
    province: str
    urbanity: int
    status: ContactStatus
    through: str | None
    is_new: bool | None


@dataclass(frozen=True, slots=True)
class ResponseRate:
    """Additive counts of one wave and province; ``province`` is None for a sum over provinces.

    Counts that need the wave before are 0 in the first wave; what the viewer may not know is None.
    """

    wave: int
    province: str | None
    joined: int | None
    contacted: int | None
    contacted_joined_before: int | None
    responded: int
    responded_joined_before: int | None
    also_before: int
    also_after: int
    new: int
    new_joined_before: int | None


COUNTS = tuple(field.name for field in fields(ResponseRate) if field.name not in ("wave", "province"))


def total(rates: Iterable[ResponseRate], wave: int) -> ResponseRate:
    """The sum over provinces of one wave; 0 everywhere where no contact lies within the selection.

    >>> one = ResponseRate(2020, "Drenthe", 6, 5, 3, 4, 2, 1, 0, 3, 1)
    >>> total([one, one], 2020).responded
    8
    """
    of_wave = [rate for rate in rates if rate.wave == wave]
    sums = {name: _sum(getattr(rate, name) for rate in of_wave) for name in COUNTS}
    return ResponseRate(wave=wave, province=None, **sums)  # type: ignore[arg-type] # a sum is None only where a part is


def by_province(cells: Iterable[ResponseRate]) -> tuple[ResponseRate, ...]:
    """Counts of smaller cells added up per wave and province, in the order of waves and of the alphabet.

    >>> one = ResponseRate(2020, "Drenthe", 6, 5, 3, 4, 2, 1, 0, 3, 1)
    >>> [(rate.province, rate.contacted) for rate in by_province([one, one])]
    [('Drenthe', 10)]
    """
    found: defaultdict[tuple[int, str], list[ResponseRate]] = defaultdict(list)
    for cell in cells:
        found[cell.wave, cell.province or ""].append(cell)
    return tuple(
        replace(total(of_place, wave), province=province) for (wave, province), of_place in sorted(found.items())
    )


def _sum(values: Iterable[int | None]) -> int | None:
    """The sum; unknown as soon as one part is unknown."""
    known = list(values)
    return None if None in known else sum(value for value in known if value is not None)


def response_figures(
    rate: ResponseRate, wave_before: int | None, population: Population, origin: Origin, *, is_first_of_pair: bool
) -> Iterator[Figure]:
    """The figures of section ``response`` of one wave, from its total.

    ``panel_size`` counts the respondents who also took part in the wave before or, in the first wave of the pair
    that is compared, in the wave after. In the first wave of all nobody is new, so those figures are not there.
    """

    def figure(question: str, n: int | None, base: int | None = None) -> Figure:
        return Figure(SECTION, question, None, None, Kind.OPTION, rate.wave, population, None, n, base, origin)

    panel = rate.also_after if is_first_of_pair else rate.also_before
    if population is Population.TOTAL:
        yield figure("contacted", rate.contacted)
        yield figure("joined", rate.joined)
        yield figure("responded", rate.responded, rate.contacted)
    if population in (Population.TOTAL, Population.PANEL):
        yield figure("panel_size", panel, rate.responded)
    if population in (Population.TOTAL, Population.NEW) and wave_before is not None:
        yield figure("first_time_respondents", rate.new, rate.responded)
        yield figure(f"first_time_already_joined_in_{wave_before}", rate.new_joined_before, rate.new)
        since = None if rate.new_joined_before is None else rate.new - rate.new_joined_before
        yield figure(f"first_time_joined_since_{wave_before}", since, rate.new)

"""A municipality in the list of a wave, with what tells which of its populations and groups it belongs to."""

from dataclasses import dataclass

from explorer.gateway.rows import Row
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus


@dataclass(frozen=True, slots=True)
class Listed:
    """``groups`` are the released groups that it is counted in; the ministry's own list has none."""

    status: MunicipalityStatus
    is_also_before: bool | None
    is_also_after: bool | None
    groups: frozenset[str] = frozenset()


def listed(row: Row, groups: frozenset[str] = frozenset()) -> Listed:
    """From the columns of :class:`MunicipalityStatus`, then whether it took part in the wave before, and after."""
    wave, code, name, province, urbanity, status, through, is_new, is_also_before, is_also_after = row
    told = MunicipalityStatus(wave, code, name, province, urbanity, ContactStatus(status), through, is_new)
    return Listed(told, is_also_before, is_also_after, groups)

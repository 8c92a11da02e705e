"""A desk: what one viewer is answered, and nothing else. A page has a desk and cannot ask for more.

Everyone but the ministry is answered from the release; their desks hold no way to the answers. A municipality's desk
also has its own answers, and those alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from explorer.errors import NotAllowedError, StoreError
from explorer.gateway.answers import MunicipalityAnswer, MunicipalityComment, OwnRecords
from explorer.gateway.facts import Facts
from explorer.gateway.ministry import Ministry
from explorer.gateway.released import Group, Released
from explorer.gateway.shares import Shares
from explorer.inputs.printed import PrintedReport
from explorer.inputs.reference import Reference
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import Viewer
from explorer.survey.codebook.model import Codebook
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.participation import MunicipalityStatus, ResponseRate
from explorer.survey.figures.waves import Wave
from explorer.survey.geography.places import Places


@dataclass(frozen=True, eq=False)
class Desk:
    """What every viewer may know of a version, and the figures of the release."""

    viewer: Viewer
    facts: Facts
    _released: Released | None

    @property
    def reference(self) -> Reference:
        """Codebook, printed report, sources and geography of this version."""
        return self.facts.reference

    @property
    def codebook(self) -> Codebook:
        return self.facts.reference.codebook

    @property
    def report(self) -> PrintedReport:
        return self.facts.reference.report

    @property
    def waves(self) -> tuple[Wave, ...]:
        """All waves, oldest first."""
        return self.facts.waves

    @property
    def is_simulated(self) -> bool:
        """Whether every wave is simulated; one real wave closes the explorer to the public."""
        return self.facts.is_simulated

    @property
    def has_ministry_data(self) -> bool:
        """Whether more is here than the release: the answers themselves."""
        return self.facts.has_ministry_data

    @property
    def groups(self) -> tuple[Group, ...]:
        """The released groups, the whole country first."""
        return self._release.groups

    @property
    def shares(self) -> Shares:
        """How much of the release carries numbers."""
        return self._release.shares

    def kept_from(self, wave: int) -> str | None:
        """The version whose figures of a wave were kept, though answers changed since; None where they are new."""
        return self._release.kept_from.get(wave)

    @property
    def places(self) -> Places:
        """The municipalities of all years, by every way of writing their names."""
        return self._release.places

    def wave_before(self, wave: int) -> int | None:
        """The wave before ``wave``; None for the first one."""
        return self.facts.scope.wave_before(wave)

    def figures(self, selection: Selection) -> tuple[Figure, ...]:
        """The figures of a selection: response first, then questions in the codebook's order, each per wave.

        A question that a wave did not ask has no figures; one that nobody answered has figures of 0 out of 0. Others
        than the ministry get the released figures of one group (``nederland`` where none is asked for); what is
        withheld has no numbers and says why.

        Raises:
            NotAllowedError: the viewer may not see this selection.
            SelectionError: the selection names a wave, section, question, place or group that does not exist.
        """
        return self._release.figures(selection)

    def figures_by_population(
        self, selection: Selection, populations: Iterable[Population]
    ) -> dict[Population, tuple[Figure, ...]]:
        """The figures of a selection for several populations at once; errors as :meth:`figures`."""
        return {one: self.figures(selection.of(one)) for one in populations}

    def changes(self, selection: Selection) -> tuple[Change, ...]:
        """Per pair of consecutive waves, question, item, option or net: what changed, in the codebook's order.

        Everyone but the ministry gets those of one group; of who answered both times only what the report prints.

        Raises:
            NotAllowedError: the viewer may not see this selection.
            SelectionError: the selection names something that does not exist.
        """
        return tuple(self._release.changes(selection))

    def response_rates(self, selection: Selection) -> tuple[ResponseRate, ...]:
        """Contacts asked and answered per wave and province under the filters, in alphabetical order of province.

        The public knows per province who answered, not who was asked; only nationally it knows both.

        Raises:
            NotAllowedError: the viewer may not see this selection.
        """
        return self._release.response_rates(selection)

    def municipality_statuses(self, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        """Which municipality took part, per wave, in alphabetical order.

        The public knows who answered; all other municipalities have the one status ``ABSENT``.

        Raises:
            NotAllowedError: the viewer may not see this selection.
        """
        return self._release.municipality_statuses(selection)

    def own_answers(self, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        """What the municipality that looks answered itself; empty where it did not take part, or where only the
        release is here.

        Raises:
            NotAllowedError: who looks is no municipality.
        """
        raise NotAllowedError("Eigen antwoorden heeft alleen een gemeente. Kijk als gemeente.")

    def own_comments(self, selection: Selection) -> tuple[MunicipalityComment, ...]:
        """What the municipality that looks wrote itself; empty where it wrote nothing, or where only the release is
        here.

        Raises:
            NotAllowedError: who looks is no municipality.
        """
        raise NotAllowedError("Eigen open antwoorden heeft alleen een gemeente. Kijk als gemeente.")

    def all_answers(self, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        """Which municipality answered what, of all respondents within the filters on place.

        Raises:
            NotAllowedError: who looks is not the ministry.
        """
        raise NotAllowedError("Welke gemeente wat antwoordde is alleen voor het ministerie.")

    def all_comments(self, selection: Selection) -> tuple[MunicipalityComment, ...]:
        """Which municipality wrote what, of all respondents within the filters on place.

        Raises:
            NotAllowedError: who looks is not the ministry.
        """
        raise NotAllowedError("Welke gemeente wat schreef is alleen voor het ministerie.")

    @property
    def _release(self) -> Released:
        if self._released is None:
            raise StoreError("Deze versie heeft nog geen uitgave. Maak haar met: python -m explorer build")
        return self._released


@dataclass(frozen=True, eq=False)
class MunicipalityDesk(Desk):
    """The desk of one municipality; ``_records`` reads its own answers, None where only the release is here."""

    _records: OwnRecords | None = None

    @cached_property
    def _answers(self) -> tuple[MunicipalityAnswer, ...]:
        return () if self._records is None else self._records.answers()

    @cached_property
    def _comments(self) -> tuple[MunicipalityComment, ...]:
        return () if self._records is None else self._records.comments()

    def own_answers(self, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        return tuple(one for one in self._answers if self._asks_for(selection, one.wave, one.question))

    def own_comments(self, selection: Selection) -> tuple[MunicipalityComment, ...]:
        return tuple(one for one in self._comments if self._asks_for(selection, one.wave, one.question))

    def _asks_for(self, selection: Selection, wave: int, question: str) -> bool:
        waves = self.facts.scope.waves_of(selection)
        return wave in waves and question in {one.id for one in self.facts.scope.questions_of(selection)}


@dataclass(frozen=True, eq=False)
class MinistryDesk(Desk):
    """The desk of the ministry and of an analyst; ``_ministry`` is None where only the release is here."""

    _ministry: Ministry | None = None

    def kept_from(self, wave: int) -> str | None:
        return None

    def figures(self, selection: Selection) -> tuple[Figure, ...]:
        return self.figures_by_population(selection, (selection.population,))[selection.population]

    def figures_by_population(
        self, selection: Selection, populations: Iterable[Population]
    ) -> dict[Population, tuple[Figure, ...]]:
        return self._everything.figures(selection, tuple(populations))

    def changes(self, selection: Selection) -> tuple[Change, ...]:
        return self._everything.changes(selection)

    def response_rates(self, selection: Selection) -> tuple[ResponseRate, ...]:
        return self._everything.rates(selection)

    def municipality_statuses(self, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        return self._everything.statuses(selection)

    def all_answers(self, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        return self._everything.answers(selection)

    def all_comments(self, selection: Selection) -> tuple[MunicipalityComment, ...]:
        return self._everything.comments(selection)

    @property
    def _everything(self) -> Ministry:
        if self._ministry is None:
            raise StoreError(
                "Hier staat alleen de uitgave voor iedereen, zonder de antwoorden zelf. Kijk als bezoeker."
            )
        return self._ministry

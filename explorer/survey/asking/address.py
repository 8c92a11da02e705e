"""What is looked at, to and from the address of a page. Unknown values are left out, each with a notice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from explorer.survey.asking.groups import URBANITY_CLASSES
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import Role, Viewer
from explorer.survey.geography.municipalities import PROVINCES, Province, parse_provinces

POPULATIONS = {"alle": Population.TOTAL, "beide-jaren": Population.PANEL, "nieuw": Population.NEW}
ROLES = {"vws": Role.MINISTRY, "openbaar": Role.PUBLIC, "gemeente": Role.MUNICIPALITY, "analist": Role.ANALYST}
FILTERS = ("meting", "populatie", "provincie", "stedelijkheid")


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """One state of the explorer: who looks (None: the default), at which wave, population and places.

    ``group`` is for those who see released figures. ``municipality`` is looked up; one that looks is in ``viewer``.
    """

    wave: int
    viewer: Viewer | None = None
    population: Population = Population.TOTAL
    provinces: tuple[str, ...] = ()
    urbanity: tuple[int, ...] = ()
    group: str | None = None
    question: str | None = None
    municipality: str | None = None

    @property
    def selection(self) -> Selection:
        """The same as a question to the gateway, for the wave that is looked at."""
        return Selection(
            waves=(self.wave,),
            population=self.population,
            provinces=self.provinces,
            urbanity=self.urbanity,
            group=self.group,
        )

    @property
    def is_default(self) -> bool:
        """Whether no filter is set; the wave is a choice, not a filter."""
        return self.population is Population.TOTAL and not (self.provinces or self.urbanity or self.group)


@dataclass(frozen=True, slots=True)
class Read:
    """A view, and in Dutch what was left out of it."""

    view: View
    notices: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Known:
    """What exists, so that an address can ask for it: waves, question ids, municipality codes, released groups."""

    waves: tuple[int, ...]
    questions: frozenset[str] = frozenset()
    municipalities: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


def read_address(parameters: Mapping[str, str], known: Known) -> Read:
    """The view that an address asks for, as far as it exists.

    >>> read_address({"meting": "2018"}, Known((2019, 2020))).notices
    ('De meting 2018 bestaat niet; u ziet die van 2020.',)
    """
    notices: list[str] = []
    found, unknown = parse_provinces(_split(parameters.get("provincie", "")))
    notices += (f"De provincie '{name}' bestaat niet en is weggelaten." for name in unknown)
    municipality = _one_of(parameters, "gemeente", known.municipalities, notices)
    viewer = _viewer(parameters, municipality, notices)
    view = View(
        wave=_wave(parameters, sorted(known.waves), notices),
        viewer=viewer,
        population=_choice(parameters, "populatie", POPULATIONS, Population.TOTAL, notices),
        provinces=tuple(province.name for province in in_order(found)),
        urbanity=_urbanity(parameters, notices),
        question=_one_of(parameters, "vraag", known.questions, notices),
        group=_one_of(parameters, "groep", known.groups, notices),
        municipality=None if viewer is not None and viewer.municipality is not None else municipality,
    )
    return Read(view, tuple(notices))


def write_address(view: View) -> dict[str, str]:
    """The parameters of a view: the wave always, the rest where it differs from the default.

    >>> write_address(View(2020, provinces=("Fryslân",)))
    {'meting': '2020', 'provincie': 'fryslan'}
    """
    parameters = {"meting": str(view.wave)}
    if view.viewer is not None:
        parameters["kijk"] = next(word for word, role in ROLES.items() if role is view.viewer.role)
        if view.viewer.municipality is not None:
            parameters["gemeente"] = view.viewer.municipality
    if view.population is not Population.TOTAL:
        parameters["populatie"] = next(word for word, one in POPULATIONS.items() if one is view.population)
    if view.provinces:
        parameters["provincie"] = ",".join(province.slug for province in PROVINCES if province.name in view.provinces)
    if view.urbanity:
        parameters["stedelijkheid"] = ",".join(str(one) for one in view.urbanity)
    if view.group is not None:
        parameters["groep"] = view.group
    if view.question is not None:
        parameters["vraag"] = view.question
    # One that looks is never replaced by one that is looked up: that would change who is looking.
    if view.municipality is not None and "gemeente" not in parameters:
        parameters["gemeente"] = view.municipality
    return parameters


def _viewer(parameters: Mapping[str, str], municipality: str | None, notices: list[str]) -> Viewer | None:
    """Who looks; a municipality that looks must be named."""
    role = _choice(parameters, "kijk", ROLES, None, notices)
    if role is Role.MUNICIPALITY and municipality is None:
        notices.append("Wie als gemeente kijkt, noemt ook welke: gemeente=GM0344. U kijkt nu zonder gemeente.")
        return None
    return None if role is None else Viewer(role, municipality if role is Role.MUNICIPALITY else None)


def in_order(provinces: Iterable[Province]) -> tuple[Province, ...]:
    """Provinces in their fixed order, so that one selection has one address."""
    chosen = frozenset(provinces)
    return tuple(province for province in PROVINCES if province in chosen)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _wave(parameters: Mapping[str, str], waves: list[int], notices: list[str]) -> int:
    asked = parameters.get("meting")
    known = {str(wave): wave for wave in waves}
    if asked is not None and asked not in known:
        notices.append(f"De meting {asked} bestaat niet; u ziet die van {waves[-1]}.")
    return known.get(asked or "", waves[-1])


def _choice(parameters: Mapping[str, str], name: str, choices: Mapping[str, T], default: T, notices: list[str]) -> T:
    asked = parameters.get(name)
    if asked is not None and asked not in choices:
        notices.append(f"De keuze {name}={asked} bestaat niet en is weggelaten.")
    return choices.get(asked or "", default)


def _urbanity(parameters: Mapping[str, str], notices: list[str]) -> tuple[int, ...]:
    asked = _split(parameters.get("stedelijkheid", ""))
    known = {str(one): one for one in URBANITY_CLASSES}
    notices += (f"De stedelijkheid '{one}' bestaat niet en is weggelaten." for one in asked if one not in known)
    return tuple(sorted({known[one] for one in asked if one in known}))


def _one_of(parameters: Mapping[str, str], name: str, known: frozenset[str], notices: list[str]) -> str | None:
    """An id as it stands in the address, where it exists."""
    asked = parameters.get(name)
    if asked is not None and asked not in known:
        notices.append(f"De {name} '{asked}' bestaat niet en is weggelaten.")
        return None
    return asked

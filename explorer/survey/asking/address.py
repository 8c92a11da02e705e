"""What is looked at, to and from the address of a page. Of unknown values a notice says what is shown instead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from explorer.errors import SelectionError
from explorer.survey.asking.groups import FORMER_GROUP_WORDS, GROUP_WORDS, URBANITY_CLASSES
from explorer.survey.asking.selection import PROVINCE_NAMES, Population, Selection, narrowing
from explorer.survey.asking.viewer import PUBLIC, Role, Viewer
from explorer.survey.geography.municipalities import PROVINCES, Province, parse_provinces
from explorer.survey.geography.places import Places

POPULATIONS = {"alle": Population.TOTAL, "beide-jaren": Population.PANEL, "nieuw": Population.NEW}
ROLES = {"vws": Role.MINISTRY, "openbaar": Role.PUBLIC, "gemeente": Role.MUNICIPALITY, "analist": Role.ANALYST}
NAMES = ("meting", "kijk", "gemeente", "populatie", "provincie", "stedelijkheid", "groep", "vraag")
LISTS = ("provincie", "stedelijkheid")
"""Of all that an address may name, what it may name more of."""


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

    def __post_init__(self) -> None:
        object.__setattr__(self, "provinces", narrowing(self.provinces, PROVINCE_NAMES))
        object.__setattr__(self, "urbanity", narrowing(self.urbanity, URBANITY_CLASSES))

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
    """What exists, so that an address can ask for it: waves, question ids, municipalities, released groups.

    ``former_groups`` were groups of their own once: part → the group that holds it now.
    """

    waves: tuple[int, ...]
    questions: frozenset[str] = frozenset()
    places: Places = field(default_factory=Places)
    groups: frozenset[str] = frozenset()
    former_groups: Mapping[str, str] = field(default_factory=dict)


def read_address(pairs: Iterable[tuple[str, str]], known: Known) -> Read:
    """The view that an address asks for, as far as it exists. ``pairs`` are its names and values, repeated or not.

    Capitals make no difference. A list may be written with commas or by repeating its name; of anything else that is
    repeated the last one counts.

    >>> read_address([("meting", "2018")], Known((2019, 2020))).notices
    ('De meting 2018 bestaat niet; u ziet die van 2020.',)
    """
    notices: list[str] = []
    parameters = _gathered(pairs, notices)
    wave = _wave(parameters, sorted(known.waves), notices)
    municipality = _municipality(parameters, known.places, wave, notices)
    viewer = _viewer(parameters, municipality, notices)
    view = View(
        wave=wave,
        viewer=viewer,
        population=_population(parameters, notices),
        provinces=_provinces(parameters, notices),
        urbanity=_urbanity(parameters, notices),
        question=_one_of(parameters, "vraag", known.questions, "U ziet de hele pagina.", notices),
        group=_group(parameters, known, notices),
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
    """Who looks; a municipality that looks must be named. Whom we do not know gets what everyone may see, no more."""
    asked = parameters.get("kijk")
    if asked is None:
        return None
    role = ROLES.get(asked.casefold())
    if role is None:
        notices.append(f"Deze keuze kennen we niet: ‘{asked}’. U kijkt als bezoeker.")
        return PUBLIC
    if role is not Role.MUNICIPALITY:
        return Viewer(role)
    if municipality is None:
        notices.append("Kies ook welke gemeente u bent. U kijkt nu als bezoeker.")
        return PUBLIC
    return Viewer(role, municipality)


def in_order(provinces: Iterable[Province]) -> tuple[Province, ...]:
    """Provinces in their fixed order, so that one selection has one address."""
    chosen = frozenset(provinces)
    return tuple(province for province in PROVINCES if province in chosen)


def _gathered(pairs: Iterable[tuple[str, str]], notices: list[str]) -> dict[str, str]:
    """Name in small letters → its one value; the values of a list with commas between them. Empty ones say nothing."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip():
            values.setdefault(name.casefold().strip(), []).append(value.strip())
    notices += (
        f"Het adres vraagt om ‘{name}’. Dat kennen we niet; het is weggelaten." for name in values if name not in NAMES
    )
    return {
        name: ",".join(written) if name in LISTS else _last(name, written, notices)
        for name, written in values.items()
        if name in NAMES
    }


def _last(name: str, written: list[str], notices: list[str]) -> str:
    """The value that counts, with a notice of others."""
    others = dict.fromkeys(value for value in written if value.casefold() != written[-1].casefold())
    if others:
        left_out = ", ".join(f"‘{value}’" for value in others)
        notices.append(f"Het adres noemt {name} meer dan eens. U ziet ‘{written[-1]}’; weggelaten is {left_out}.")
    return written[-1]


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _wave(parameters: Mapping[str, str], waves: list[int], notices: list[str]) -> int:
    asked = parameters.get("meting")
    known = {str(wave): wave for wave in waves}
    if asked is not None and asked not in known:
        notices.append(f"De meting {asked} bestaat niet; u ziet die van {waves[-1]}.")
    return known.get(asked or "", waves[-1])


def _population(parameters: Mapping[str, str], notices: list[str]) -> Population:
    asked = parameters.get("populatie")
    found = POPULATIONS.get((asked or "").casefold())
    if asked is not None and found is None:
        notices.append(f"Deze keuze kennen we niet: ‘{asked}’. U ziet alle deelnemers.")
    return found or Population.TOTAL


def _provinces(parameters: Mapping[str, str], notices: list[str]) -> tuple[str, ...]:
    found, unknown = parse_provinces(_split(parameters.get("provincie", "")))
    names = tuple(province.name for province in in_order(found))
    if unknown:
        what = "Deze provincie kennen" if len(unknown) == 1 else "Deze provincies kennen"
        notices.append(f"{what} we niet: {_quoted(unknown)}. U ziet {_listed(names) or 'de landelijke cijfers'}.")
    return names


def _urbanity(parameters: Mapping[str, str], notices: list[str]) -> tuple[int, ...]:
    asked = _split(parameters.get("stedelijkheid", ""))
    known = {str(one): one for one in URBANITY_CLASSES}
    found = tuple(sorted({known[one] for one in asked if one in known}))
    unknown = tuple(one for one in asked if one not in known)
    if unknown:
        shown = f"stedelijkheid {_listed([str(one) for one in found])}" if found else "elke stedelijkheid"
        notices.append(f"Deze stedelijkheid kennen we niet: {_quoted(unknown)}. U ziet {shown}.")
    return found


def _quoted(texts: Sequence[str]) -> str:
    return _listed([f"‘{text}’" for text in texts])


def _listed(texts: Sequence[str]) -> str:
    """Names in a sentence: "Drenthe, Utrecht en Zeeland"."""
    return " en ".join(part for part in (", ".join(texts[:-1]), *texts[-1:]) if part)


def _one_of(
    parameters: Mapping[str, str], name: str, known: frozenset[str], shown: str, notices: list[str]
) -> str | None:
    """The id that an address asks for, where it exists; where not, a notice says what is ``shown``."""
    asked = parameters.get(name)
    if asked is None:
        return None
    found = next((one for one in known if one.casefold() == asked.casefold()), None)
    if found is None:
        notices.append(f"Deze {name} kennen we niet: ‘{asked}’. {shown}")
    return found


def _group(parameters: Mapping[str, str], known: Known, notices: list[str]) -> str | None:
    """The group that an address asks for; of a former one the group that holds it now, with a notice."""
    asked = parameters.get("groep", "").casefold()
    now = known.former_groups.get(asked)
    if now is None:
        return _one_of(parameters, "groep", known.groups, "U ziet de landelijke cijfers.", notices)
    notices.append(
        f"De groep {FORMER_GROUP_WORDS.get(asked, asked)} is te klein om te laten zien. Zij telt mee in "
        f"{GROUP_WORDS.get(now, now)}."
    )
    return now


def _municipality(parameters: Mapping[str, str], places: Places, wave: int, notices: list[str]) -> str | None:
    """The code of the municipality that an address names, also where it did not exist in the wave: the page says so."""
    asked = parameters.get("gemeente")
    try:
        return None if asked is None else places.named(asked, wave).code
    except SelectionError as error:
        told = str(error).replace(f"'{asked}'", f"‘{asked}’")
        notices.append(f"{told} U ziet nu geen gemeente apart.")
        return None

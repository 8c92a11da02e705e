"""Municipalities by every way of writing their names, in every year: the one place that says which one a text means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from explorer.errors import SelectionError
from explorer.survey.geography.names import alphabetical_key, holds, slips, spelling, starts, words

FIRST_YEAR, LAST_YEAR = 2019, 2023
"""First and last 1 January for which ``data/geo`` knows the municipalities."""

MOST_SUGGESTED = 4
_FEWEST_DIGITS = 3
"""Of a code without GM in front and without its zeros: 34 may be anything."""

PROVINCE_MARKS = {
    "Groningen": ("Gr", "Gn"),
    "Fryslân": ("Fr", "Frl", "Fri", "Friesland"),
    "Drenthe": ("Dr",),
    "Overijssel": ("O", "Ov"),
    "Flevoland": ("Fl",),
    "Gelderland": ("Gld",),
    "Utrecht": ("U", "Ut", "Utr"),
    "Noord-Holland": ("NH",),
    "Zuid-Holland": ("ZH",),
    "Zeeland": ("Z", "Zld"),
    "Noord-Brabant": ("NB",),
    "Limburg": ("L", "Lb"),
}
"""Province → how a table marks that a place lies there: Stein (L.). With another mark it is another place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality, the other ways of writing its name, and the 1 Januaries between 2019 and 2023 that it saw.

    ``common_name`` is what most people call it, where that is no part of its name: Den Haag. ``went_into`` holds the
    codes of the municipalities that took over (part of) it, from the year after its last.
    """

    code: str
    name: str
    province: str
    aliases: tuple[str, ...] = ()
    first_year: int = FIRST_YEAR
    last_year: int = LAST_YEAR
    common_name: str | None = None
    went_into: tuple[str, ...] = ()

    def existed_in(self, year: int) -> bool:
        return self.first_year <= year <= self.last_year

    @property
    def names(self) -> tuple[str, ...]:
        """The name, without its province, and the other ways of writing it."""
        return (self.name, self.name.partition(" (")[0], *self.aliases)

    @property
    def label(self) -> str:
        """For a list to choose from: 's-Gravenhage (Den Haag)."""
        return self.name if self.common_name is None else f"{self.name} ({self.common_name})"

    @property
    def codes(self) -> tuple[str, ...]:
        """The code in all its spellings: without GM, and without the zeros in front where that leaves a few digits."""
        digits = self.code.removeprefix("GM")
        bare = digits.lstrip("0")
        short = (bare,) if len(bare) >= _FEWEST_DIGITS else ()
        return tuple(dict.fromkeys(spelling(one) for one in (self.code, digits, f"GM{bare}", *short)))

    def spellings(self) -> Iterator[str]:
        """All that means this municipality: its code, its names, and those with its code or its province.

        Each as ``names.spelling`` gives it.
        """
        codes = self.codes
        marks = tuple(map(spelling, (self.province, *PROVINCE_MARKS.get(self.province, ()))))
        yield from codes
        for name in map(spelling, self.names):
            yield name
            yield from (f"{code}{name}" for code in codes)
            yield from (f"{name}{behind}" for behind in (*codes, *marks))


@dataclass(frozen=True)
class Places:
    """The municipalities of all years, in alphabetical order."""

    everywhere: tuple[Place, ...] = ()

    @cached_property
    def _by_code(self) -> dict[str, Place]:
        return {place.code: place for place in self.everywhere}

    @cached_property
    def spellings(self) -> dict[str, frozenset[str]]:
        """Code → every spelling of that municipality, as ``names.spelling`` gives it."""
        return {place.code: frozenset(place.spellings()) for place in self.everywhere}

    @cached_property
    def _by_spelling(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, list[Place]] = {}
        for place in self.everywhere:
            for one in self.spellings[place.code]:
                found.setdefault(one, []).append(place)
        return {one: tuple(meant) for one, meant in found.items()}

    @cached_property
    def _names(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Code → its names, each in words."""
        return {place.code: tuple(dict.fromkeys(map(words, place.names))) for place in self.everywhere}

    def find(self, code: str) -> Place | None:
        """The municipality with a code, if there is one."""
        return self._by_code.get(code)

    def label(self, code: str) -> str:
        """What a list to choose from calls a municipality; a code that is none is its own label."""
        place = self.find(code)
        return code if place is None else place.label

    def of(self, year: int) -> tuple[Place, ...]:
        """The municipalities of 1 January of ``year``, in alphabetical order.

        Raises SelectionError for a year without known municipalities.
        """
        check_year(year)
        return tuple(place for place in self.everywhere if place.existed_in(year))

    def named(self, text: str, year: int) -> Place:
        """The municipality that ``text`` names: in ``year`` if it can be, else in another one.

        Raises:
            SelectionError: the name is unknown, or means more than one municipality.
        """
        meant = self._meant(text, year)
        if not meant:
            raise SelectionError(self._unknown(text, year))
        return self._only(meant, text)

    def resolve(self, text: str, year: int) -> Place:
        """The municipality that ``text`` (name, alias or GM code, in any spelling) meant on 1 January of ``year``.

        Raises:
            SelectionError: the name is unknown, means more than one municipality, or had none in that year.
        """
        check_year(year)
        return self._alive(self.named(text, year), year)

    def picked(self, text: str, year: int) -> Place:
        """As ``resolve``, of what someone typed in a list to choose from: whole words of one name are enough.

        Where another name begins with the text too, or it names a province, it is not clear which one is meant.

        Raises:
            SelectionError: as ``resolve``.
        """
        check_year(year)
        is_province = spelling(text) in map(spelling, PROVINCE_MARKS)
        near = () if is_province or self._meant(text, year) else self._near(text, year)
        return near[0] if len(near) == 1 and self._holds(near[0], words(text)) else self.resolve(text, year)

    def why_absent(self, place: Place, year: int) -> str:
        """What became of a municipality that did not exist in ``year``, or what it came from."""
        absent = f"De gemeente {place.name} bestond niet op 1 januari {year}"
        if year < place.first_year:
            names = _and(earlier.name for earlier in self.predecessors(place.code, place.first_year, year))
            return f"{absent}: zij bestaat vanaf {place.first_year} en kwam voort uit {names}."
        heirs = self.successors(place.code, place.last_year, year)
        names = _and(f"{heir.name} ({heir.code})" for heir in heirs)
        return f"{absent}: zij bestond tot en met {place.last_year} en ging op in {names}."

    def successors(self, code: str, from_year: int, to_year: int) -> tuple[Place, ...]:
        """The municipalities of ``to_year`` in which (part of) ``code`` of the earlier ``from_year`` lies.

        A municipality that still exists is its own successor, also where it grew.
        """
        codes = self._heirs(code, from_year, to_year)
        return tuple(place for place in self.of(to_year) if place.code in codes)

    def predecessors(self, code: str, from_year: int, to_year: int) -> tuple[Place, ...]:
        """The municipalities of ``to_year`` from which ``code`` of the later ``from_year`` came."""
        return tuple(earlier for earlier in self.of(to_year) if code in self._heirs(earlier.code, to_year, from_year))

    @cached_property
    def _ended(self) -> tuple[Place, ...]:
        ended = (place for place in self.everywhere if place.went_into)
        return tuple(sorted(ended, key=lambda place: place.last_year))

    def _heirs(self, code: str, from_year: int, to_year: int) -> set[str]:
        """The code itself and those that took over (part of) it between two years, through others or not."""
        codes = {code}
        for place in self._ended:
            if place.code in codes and from_year <= place.last_year < to_year:
                codes.update(place.went_into)
        return codes

    def _meant(self, text: str, year: int) -> tuple[Place, ...]:
        """All that a text may mean; where some of them existed in ``year``, those alone."""
        meant = self._by_spelling.get(spelling(text), ())
        return tuple(place for place in meant if place.existed_in(year)) or meant

    def _near(self, text: str, year: int) -> tuple[Place, ...]:
        """Those of which a text is a part: whole words of a name, or its start."""
        typed = words(text)
        return tuple(
            place
            for place in self.of(year)
            if self._holds(place, typed) or any(starts(typed, name) for name in self._names[place.code])
        )

    def _holds(self, place: Place, typed: tuple[str, ...]) -> bool:
        return any(holds(typed, name) for name in self._names[place.code])

    def _misspelled(self, text: str, year: int) -> tuple[Place, ...]:
        """Those of which a text may be a misspelling, with the fewest slips."""
        typed = words(text)
        slipped = ((slips(typed, name), place) for place in self.of(year) for name in self._names[place.code])
        apart = [(found, place) for found, place in slipped if found is not None]
        fewest = min((found for found, _ in apart), default=0)
        return tuple(dict.fromkeys(place for found, place in apart if found == fewest))

    def _alive(self, place: Place, year: int) -> Place:
        if not place.existed_in(year):
            raise SelectionError(self.why_absent(place, year))
        return place

    @staticmethod
    def _only(meant: tuple[Place, ...], text: str) -> Place:
        if len(meant) > 1:
            names = " of ".join(f"{place.name} ({place.code})" for place in meant)
            raise SelectionError(f"De naam '{text}' kan meer dan één gemeente zijn. Schrijf {names}.")
        return meant[0]

    def _unknown(self, text: str, year: int) -> str:
        if spelling(text).removeprefix("gm").isdigit():
            return f"Onbekende gemeentecode '{text}'. Een code ziet eruit als GM0344."
        names = self._suggested(text, year)
        advice = f"Bedoelt u {' of '.join(names)}?" if names else "Schrijf de officiële naam of de gemeentecode."
        return f"Onbekende gemeente '{text}'. {advice}"

    def _suggested(self, text: str, year: int) -> tuple[str, ...]:
        """The names that hold the text, where they are few; else those of which it may be a misspelling."""
        meant = self._near(text, year) or self._misspelled(text, year)
        return tuple(place.name for place in meant) if len(meant) <= MOST_SUGGESTED else ()


def in_order(places: Iterable[Place]) -> tuple[Place, ...]:
    """Places in alphabetical order; of one name, by code."""
    return tuple(sorted(places, key=lambda place: (alphabetical_key(place.name), place.code)))


def check_year(year: int) -> None:
    """Raises SelectionError for a year of which the municipalities are not known."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise SelectionError(f"Gemeenten zijn bekend van {FIRST_YEAR} tot en met {LAST_YEAR}, niet van {year}.")


def _and(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} en {last}" if most else last

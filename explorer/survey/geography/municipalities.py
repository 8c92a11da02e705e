"""Municipalities and provinces: names, codes, years, and what became of a municipality that ended.

Source: ``data/geo`` (CBS and Kadaster; see ``data/SOURCES.yml``).
"""

import csv
import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from explorer.errors import SelectionError, SourceError
from explorer.survey.geography.names import fold

FIRST_YEAR, LAST_YEAR = 2019, 2023
"""First and last 1 January for which ``data/geo`` knows the municipalities."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province: CBS code (PV30), official name (Noord-Brabant) and its word in an address (noord-brabant)."""

    code: str
    name: str
    slug: str


PROVINCES = (
    Province("PV20", "Groningen", "groningen"),
    Province("PV21", "Fryslân", "fryslan"),
    Province("PV22", "Drenthe", "drenthe"),
    Province("PV23", "Overijssel", "overijssel"),
    Province("PV24", "Flevoland", "flevoland"),
    Province("PV25", "Gelderland", "gelderland"),
    Province("PV26", "Utrecht", "utrecht"),
    Province("PV27", "Noord-Holland", "noord-holland"),
    Province("PV28", "Zuid-Holland", "zuid-holland"),
    Province("PV29", "Zeeland", "zeeland"),
    Province("PV30", "Noord-Brabant", "noord-brabant"),
    Province("PV31", "Limburg", "limburg"),
)


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality: ``first_year`` and ``last_year`` are 1 Januaries between 2019 and 2023 on which it existed.

    ``population`` is of 1 January 2022; ``urbanity_class`` runs from 1 (zeer sterk stedelijk) to 5 (niet stedelijk).
    """

    code: str
    name: str
    province_code: str
    province: str
    first_year: int
    last_year: int
    population: int
    urbanity_class: int

    def existed_in(self, year: int) -> bool:
        return self.first_year <= year <= self.last_year


@dataclass(frozen=True, slots=True)
class Succession:
    """``new_code`` took over (part of) ``old_code``; ``first_year`` is the first 1 January on which that holds."""

    old_code: str
    new_code: str
    first_year: int


@dataclass(frozen=True)
class Geography:
    """All municipalities of 2019–2023, other ways of writing their names, and who took over whom."""

    municipalities: tuple[Municipality, ...]
    aliases: tuple[tuple[str, str], ...]
    successions: tuple[Succession, ...]

    @cached_property
    def _by_code(self) -> dict[str, Municipality]:
        return {municipality.code: municipality for municipality in self.municipalities}

    @cached_property
    def _by_key(self) -> dict[str, tuple[Municipality, ...]]:
        """Folded name, alias or code → the municipalities that it may mean."""
        spellings = [(text, municipality) for municipality in self.municipalities for text in _spellings(municipality)]
        spellings += [(alias, self.municipality(code)) for alias, code in self.aliases]
        found: dict[str, dict[str, Municipality]] = {}
        for text, municipality in spellings:
            found.setdefault(fold(text), {})[municipality.code] = municipality
        return {key: tuple(meant.values()) for key, meant in found.items()}

    def municipality(self, code: str) -> Municipality:
        """Raises SelectionError where no municipality of 2019–2023 has this code."""
        try:
            return self._by_code[code]
        except KeyError:
            raise SelectionError(f"Onbekende gemeentecode '{code}'. Een code ziet eruit als GM0344.") from None

    def municipalities_of(self, year: int) -> tuple[Municipality, ...]:
        """The municipalities of 1 January of ``year``, by code: 355 in 2019 and 2020."""
        _check_year(year)
        return tuple(municipality for municipality in self.municipalities if municipality.existed_in(year))

    def resolve_municipality(self, text: str, year: int) -> Municipality:
        """The municipality that ``text`` (official name, alias or GM code) meant on 1 January of ``year``.

        Capitals, accents, apostrophes, hyphens and full stops make no difference.

        Raises:
            SelectionError: the name is unknown, means more than one municipality, or had none in that year.
        """
        _check_year(year)
        meant = self._by_key.get(fold(text), ())
        alive = [municipality for municipality in meant if municipality.existed_in(year)]
        if len(alive) == 1:
            return alive[0]
        if alive:
            names = " of ".join(f"{municipality.name} ({municipality.code})" for municipality in alive)
            raise SelectionError(f"De naam '{text}' kan meer dan één gemeente zijn. Schrijf {names}.")
        if meant:
            raise SelectionError(self._why_absent(meant[0], year))
        raise SelectionError(f"Onbekende gemeente '{text}'.{self._suggestion(text, year)}")

    def successors(self, code: str, from_year: int, to_year: int) -> tuple[Municipality, ...]:
        """The municipalities of ``to_year`` in which (part of) ``code`` of the earlier ``from_year`` lies, by code.

        A municipality that still exists is its own successor, also where it grew.
        """
        codes = {code}
        for succession in sorted(self.successions, key=lambda succession: succession.first_year):
            is_between = from_year < succession.first_year <= to_year
            if is_between and succession.old_code in codes:
                codes.add(succession.new_code)
        found = (self.municipality(found) for found in sorted(codes))
        return tuple(municipality for municipality in found if municipality.existed_in(to_year))

    def predecessors(self, code: str, from_year: int, to_year: int) -> tuple[Municipality, ...]:
        """The municipalities of ``to_year`` from which ``code`` of the later ``from_year`` came, by code."""
        return tuple(
            earlier
            for earlier in self.municipalities_of(to_year)
            if any(later.code == code for later in self.successors(earlier.code, to_year, from_year))
        )

    def _why_absent(self, municipality: Municipality, year: int) -> str:
        absent = f"De gemeente {municipality.name} bestond niet op 1 januari {year}"
        if year < municipality.first_year:
            origin = self.predecessors(municipality.code, municipality.first_year, year)
            names = _and(earlier.name for earlier in origin)
            return f"{absent}: zij bestaat vanaf {municipality.first_year} en kwam voort uit {names}."
        heirs = self.successors(municipality.code, municipality.last_year, year)
        names = _and(f"{heir.name} ({heir.code})" for heir in heirs)
        return f"{absent}: zij bestond tot en met {municipality.last_year} en ging op in {names}."

    def _suggestion(self, text: str, year: int) -> str:
        close = difflib.get_close_matches(fold(text), self._by_key, n=3, cutoff=0.75)
        meant = (municipality for key in close for municipality in self._by_key[key] if municipality.existed_in(year))
        names = dict.fromkeys(municipality.name for municipality in meant)
        return f" Bedoelt u {' of '.join(names)}?" if names else " Schrijf de officiële naam of de gemeentecode."


def load_geography(folder: Path) -> Geography:
    """Read municipalities, aliases and changes from ``data/geo``.

    Raises:
        SourceError: a file is missing or lacks a column.
    """
    municipalities = load_municipalities(folder / "municipalities.csv")
    aliases = tuple((row["alias"], row["code"]) for row in _rows(folder / "aliases.csv", ("alias", "code")))
    changes = _rows(folder / "changes.csv", ("date", "old_code", "new_code"))
    successions = tuple(Succession(row["old_code"], row["new_code"], _first_year(row["date"])) for row in changes)
    return Geography(municipalities, aliases, successions)


def load_municipalities(path: Path) -> tuple[Municipality, ...]:
    """Read ``municipalities.csv``: one municipality per row, in the order of the codes.

    Raises:
        SourceError: the file is missing or lacks a column.
    """
    columns = (
        "code",
        "name",
        "province_code",
        "province",
        "first_year",
        "last_year",
        "population_2022",
        "urbanity_class",
    )
    return tuple(_municipality(row) for row in _rows(path, columns))


def parse_province(text: str) -> Province:
    """The province that ``text`` names: official name, without accents, slug, or Friesland.

    Raises:
        SelectionError: there is no such province.
    """
    key = fold(text)
    found = next((province for province in PROVINCES if key in _province_keys(province)), None)
    if found is None:
        names = ", ".join(province.name for province in PROVINCES)
        raise SelectionError(f"Onbekende provincie '{text}'. Kies uit: {names}.")
    return found


def parse_provinces(texts: Iterable[str]) -> tuple[tuple[Province, ...], tuple[str, ...]]:
    """The provinces that are known, in the order of PROVINCES and each once, and the texts that name none."""
    found: set[Province] = set()
    unknown: list[str] = []
    for text in texts:
        try:
            found.add(parse_province(text))
        except SelectionError:
            unknown.append(text)
    return tuple(province for province in PROVINCES if province in found), tuple(unknown)


def _spellings(municipality: Municipality) -> tuple[str, ...]:
    """Code and name; and the bare name of Bergen (NH.), so that Bergen is known to be ambiguous."""
    return (municipality.code, municipality.name, municipality.name.partition(" (")[0])


def _province_keys(province: Province) -> tuple[str, ...]:
    common = ("friesland",) if province.code == "PV21" else ()
    return (fold(province.name), fold(province.code), *common)


def _municipality(row: dict[str, str]) -> Municipality:
    return Municipality(
        code=row["code"],
        name=row["name"],
        province_code=row["province_code"],
        province=row["province"],
        first_year=int(row["first_year"]),
        last_year=int(row["last_year"]),
        population=int(row["population_2022"]),
        urbanity_class=int(row["urbanity_class"]),
    )


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise SelectionError(f"Gemeenten zijn bekend van {FIRST_YEAR} tot en met {LAST_YEAR}, niet van {year}.")


def _first_year(date: str) -> int:
    """The first 1 January on which a change of this ISO date shows: Weesp ended in March 2022, so 2023."""
    year, month_and_day = int(date[:4]), date[5:]
    return year if month_and_day == "01-01" else year + 1


def _and(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} en {last}" if most else last


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a CSV with (at least) these columns."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except FileNotFoundError:
        raise SourceError(f"Het bestand {path.name} ontbreekt in {path.parent.name}/. Zet het terug uit git.") from None
    missing = [column for column in columns if not rows or column not in rows[0]]
    if missing:
        raise SourceError(f"In {path.name} ontbreken de kolommen {', '.join(missing)}. Zet het terug uit git.")
    return rows

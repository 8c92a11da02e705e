"""Municipalities and provinces: names, codes, years, and what became of a municipality that ended.

Source: ``data/geo`` (CBS and Kadaster; see ``data/SOURCES.yml``).
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from explorer.errors import SelectionError, SourceError
from explorer.survey.geography.names import fold
from explorer.survey.geography.places import Place, Places, check_year, in_order

COMMON_NAME = "common name"
"""The kind of an alias that most people use."""


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
class Alias:
    """Another way of writing the name of municipality ``code``; ``kind`` is "spelling", "common name" and so on."""

    text: str
    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class Succession:
    """``new_code`` took over (part of) ``old_code``, from the year after the last of the old one."""

    old_code: str
    new_code: str


@dataclass(frozen=True)
class Geography:
    """All municipalities of 2019–2023, other ways of writing their names, and who took over whom."""

    municipalities: tuple[Municipality, ...]
    aliases: tuple[Alias, ...]
    successions: tuple[Succession, ...]

    @cached_property
    def _by_code(self) -> dict[str, Municipality]:
        return {municipality.code: municipality for municipality in self.municipalities}

    @cached_property
    def places(self) -> Places:
        """The same municipalities, to be found by name."""
        return Places(in_order(self._place(municipality) for municipality in self.municipalities))

    def municipality(self, code: str) -> Municipality:
        """Raises SelectionError where no municipality of 2019–2023 has this code."""
        try:
            return self._by_code[code]
        except KeyError:
            raise SelectionError(f"Onbekende gemeentecode '{code}'. Een code ziet eruit als GM0344.") from None

    def municipalities_of(self, year: int) -> tuple[Municipality, ...]:
        """The municipalities of 1 January of ``year``, by code: 355 in 2019 and 2020."""
        check_year(year)
        return tuple(municipality for municipality in self.municipalities if municipality.existed_in(year))

    def resolve_municipality(self, text: str, year: int) -> Municipality:
        """The municipality that ``text`` (name, alias or GM code, in any spelling) meant on 1 January of ``year``.

        Raises:
            SelectionError: the name is unknown, means more than one municipality, or had none in that year.
        """
        return self.municipality(self.places.resolve(text, year).code)

    def _place(self, municipality: Municipality) -> Place:
        aliases = [alias for alias in self.aliases if alias.code == municipality.code]
        return Place(
            code=municipality.code,
            name=municipality.name,
            province=municipality.province,
            aliases=tuple(sorted(alias.text for alias in aliases)),
            first_year=municipality.first_year,
            last_year=municipality.last_year,
            common_name=next((alias.text for alias in aliases if alias.kind == COMMON_NAME), None),
            went_into=tuple(sorted(one.new_code for one in self.successions if one.old_code == municipality.code)),
        )


def load_geography(folder: Path) -> Geography:
    """Read municipalities, aliases and changes from ``data/geo``.

    Raises:
        SourceError: a file is missing or lacks a column.
    """
    municipalities = load_municipalities(folder / "municipalities.csv")
    spelled = _rows(folder / "aliases.csv", ("alias", "code", "kind"))
    aliases = tuple(Alias(row["alias"], row["code"], row["kind"]) for row in spelled)
    changes = _rows(folder / "changes.csv", ("old_code", "new_code"))
    successions = tuple(Succession(row["old_code"], row["new_code"]) for row in changes)
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

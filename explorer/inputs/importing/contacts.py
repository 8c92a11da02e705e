"""Reads the contacts: who was asked in which wave, for which municipalities, and since when it belongs."""

from dataclasses import dataclass
from pathlib import Path

from explorer.errors import SelectionError, SourceError
from explorer.inputs.importing.strict_csv import Row, read_rows
from explorer.survey.codebook.model import Codebook
from explorer.survey.geography.municipalities import Geography

COLUMNS = ("wave", "municipality", "represents", "joined_in", "example_for")


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact in one wave. Municipalities are codes; ``represents`` names others, never itself."""

    wave: int
    municipality: str
    represents: tuple[str, ...]
    joined_in: int
    example_for: tuple[str, ...]


def read_contacts(path: Path, codebook: Codebook, geography: Geography) -> tuple[Contact, ...]:
    """Read ``data/waves/contacts.csv`` (grain: one row per contact and wave).

    Raises:
        SourceError: a value is not what its column asks for, or a contact stands twice in a wave.
    """
    contacts: dict[tuple[int, str], Contact] = {}
    for row in read_rows(path, COLUMNS):
        contact = _contact(row, codebook, geography)
        if (contact.wave, contact.municipality) in contacts:
            raise row.refuse("municipality", f"staat in {contact.wave} al eerder; haal één van beide regels weg")
        contacts[contact.wave, contact.municipality] = contact
    return tuple(contacts.values())


def resolve(row: Row, column: str, text: str, wave: int, geography: Geography) -> str:
    """The code of the municipality that ``text`` names in the year of the wave; else an error that names the cell."""
    try:
        return geography.resolve_municipality(text, wave).code
    except SelectionError as error:
        raise SourceError(f"{row.path.name}, regel {row.line}, kolom {column}: {error}") from error


def split(text: str) -> tuple[str, ...]:
    """The names in a cell, divided by ``|``; an empty cell names none."""
    return tuple(part.strip() for part in text.split("|")) if text else ()


def _contact(row: Row, codebook: Codebook, geography: Geography) -> Contact:
    wave, joined_in = row.whole_number("wave"), row.whole_number("joined_in")
    if wave is None:
        raise row.refuse("wave", "is geen jaartal")
    if joined_in is None:
        raise row.refuse("joined_in", "is geen jaartal")
    municipality = resolve(row, "municipality", row.fields["municipality"], wave, geography)
    represents = tuple(resolve(row, "represents", name, wave, geography) for name in split(row.fields["represents"]))
    if municipality in represents:
        raise row.refuse("represents", "noemt de gemeente zelf; noem alleen andere gemeenten")
    examples = split(row.fields["example_for"])
    known = {section.id for section in codebook.sections}
    if not known.issuperset(examples):
        raise row.refuse("example_for", f"noemt een onbekend onderdeel; kies uit {', '.join(sorted(known))}")
    if joined_in > wave:
        raise row.refuse("joined_in", f"ligt na de meting van {wave}")
    return Contact(wave, municipality, represents, joined_in, examples)

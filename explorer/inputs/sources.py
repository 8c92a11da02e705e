"""The files of ``data/`` and where they come from: ``data/SOURCES.yml``.

A source is never edited in silence: :func:`verify` compares each file with its sha256. After a change that is meant,
``python -m explorer sources`` writes the hashes anew, and the change shows in the history.
"""

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import yaml

from explorer.errors import SourceError

LIST_NAME = "SOURCES.yml"
FIELDS = ("file", "about", "producer", "licence", "date", "address", "sha256")


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path within ``data/``, what it is, who made it, under which licence, when, where, and its hash."""

    file: str
    about: str
    producer: str
    licence: str
    date: str
    address: str
    sha256: str


def load_sources(data_folder: Path) -> tuple[Source, ...]:
    """Read ``SOURCES.yml``.

    Raises:
        SourceError: the list is missing, is not YAML, or an entry lacks a field.
    """
    try:
        entries = yaml.safe_load((data_folder / LIST_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SourceError(f"Het bestand {LIST_NAME} ontbreekt in {data_folder.name}/. Zet het terug uit git.") from None
    except yaml.YAMLError as error:
        raise SourceError(f"{LIST_NAME} is geen geldige YAML: {error}") from None
    if not isinstance(entries, list):
        raise SourceError(f"{LIST_NAME} moet een lijst van bronnen zijn.")
    return tuple(_source(entry) for entry in entries)


def verify(data_folder: Path) -> None:
    """Check that the files of ``data/`` are exactly those of the list, byte for byte.

    Raises:
        SourceError: names every file that was edited, is missing or is not listed, each with its remedy.
    """
    listed = {source.file: source.sha256 for source in load_sources(data_folder)}
    present = _files(data_folder)
    problems = [_missing(file) for file in sorted(listed.keys() - present)]
    problems += [_unlisted(file) for file in sorted(present - listed.keys())]
    problems += [
        _edited(file) for file in sorted(present & listed.keys()) if hash_of(data_folder / file) != listed[file]
    ]
    if problems:
        raise SourceError("\n".join(problems))


def add_source(data_folder: Path, source: Source) -> None:
    """Describe a file at the end of the list; one that the list knows stays as it is described there.

    Raises:
        SourceError: the list is missing or not right.
    """
    path = data_folder / LIST_NAME
    if source.file in {known.file for known in load_sources(data_folder)}:
        return
    described = "".join(f"  {field}: {_quoted(getattr(source, field))}\n" for field in FIELDS[1:-1])
    entry = f"\n- file: {source.file}\n{described}  sha256: {source.sha256}\n"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8", newline="\n")


def refresh_hashes(data_folder: Path, files: Collection[str] | None = None) -> None:
    """Write the present sha256 of listed files (None: of all) into the list, and touch nothing else in it.

    Raises:
        SourceError: a listed file is missing.
    """
    path = data_folder / LIST_NAME
    text = path.read_text(encoding="utf-8")
    for source in load_sources(data_folder):
        if files is not None and source.file not in files:
            continue
        if not (data_folder / source.file).is_file():
            raise SourceError(_missing(source.file))
        entry = rf"(^- file: {re.escape(source.file)}$.*?^  sha256: )[0-9a-f]*$"
        text = re.sub(entry, rf"\g<1>{hash_of(data_folder / source.file)}", text, flags=re.MULTILINE | re.DOTALL)
    path.write_text(text, encoding="utf-8", newline="\n")


def hash_of(path: Path) -> str:
    """The sha256 of a file, in 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _source(entry: dict[str, object]) -> Source:
    absent = [field for field in FIELDS if not entry.get(field)]
    if absent:
        raise SourceError(f"In {LIST_NAME} mist bij {entry.get('file', 'een bron')}: {', '.join(absent)}.")
    return Source(**{field: str(entry[field]) for field in FIELDS})


def _quoted(text: str) -> str:
    """A text as YAML takes it, whatever signs stand in it."""
    return json.dumps(text, ensure_ascii=False)


def _files(data_folder: Path) -> set[str]:
    """Every file below ``data/`` but the list itself and hidden files, as paths with forward slashes."""
    paths = (path.relative_to(data_folder) for path in data_folder.rglob("*") if path.is_file())
    names = {path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts)}
    return names - {LIST_NAME}


def _missing(file: str) -> str:
    return f"{file} ontbreekt. Zet het bestand terug met `git checkout -- data/{file}`."


def _unlisted(file: str) -> str:
    return f"{file} staat niet in {LIST_NAME}. Beschrijf de bron daar, of haal het bestand weg."


def _edited(file: str) -> str:
    return (
        f"{file} is gewijzigd. Zet het terug met `git checkout -- data/{file}`; "
        "is de wijziging bedoeld, draai dan `python -m explorer sources`."
    )

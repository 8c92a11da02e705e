"""What a version knows beside its answers: codebook, printed report, readings, contradictions, sources, geography.

A version carries these files itself, so that it is read as it was made, whatever ``data/`` says today.
"""

import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from explorer.inputs.printed import (
    Contradiction,
    PrintedReport,
    PrintedRow,
    Reading,
    load_contradictions,
    load_printed,
    load_readings,
)
from explorer.inputs.sources import LIST_NAME, Source, load_sources
from explorer.survey.codebook.model import Codebook
from explorer.survey.codebook.source import load_codebook
from explorer.survey.geography.changes import MunicipalityChange, load_changes
from explorer.survey.geography.municipalities import Geography, load_geography

_CODEBOOK, _PRINTED, _READINGS = "codebook.yaml", "published_figures.csv", "readings.yml"
_CONTRADICTIONS = ("contradictions.csv", "contradictions_nl.yml")
_GEOGRAPHY = ("geo/municipalities.csv", "geo/aliases.csv", "geo/changes.csv")
FILES = (_CODEBOOK, _PRINTED, _READINGS, *_CONTRADICTIONS, *_GEOGRAPHY)
"""What is copied from ``data/`` into a version. Waves and contacts are not: they are answers, and who was asked."""

NOT_HERE = "onbekend"
"""Stands for the hash of a source that does not come along: a hash of answers would tell of them."""


@dataclass(frozen=True)
class Reference:
    """The files of one folder; each is read when it is asked for, once.

    Every property raises SourceError (the codebook: CodebookError) where its file is missing or wrong.
    """

    folder: Path

    @cached_property
    def codebook(self) -> Codebook:
        return load_codebook(self.folder / _CODEBOOK)

    @cached_property
    def printed(self) -> tuple[PrintedRow, ...]:
        """Every figure and comparison of the report, as it is printed."""
        return load_printed(self.folder / _PRINTED)

    @cached_property
    def report(self) -> PrintedReport:
        """The same, to be asked which numbers of a figure the report prints."""
        return PrintedReport(self.printed, self.readings)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        return load_readings(self.folder / _READINGS)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        return load_contradictions(self.folder)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        return load_sources(self.folder)

    @cached_property
    def geography(self) -> Geography:
        return load_geography(self.folder / "geo")

    @cached_property
    def changes(self) -> tuple[MunicipalityChange, ...]:
        """Municipalities that ended, in the order of the days."""
        return load_changes(self.folder / "geo" / "changes.csv")


def copy_reference(data: Path, folder: Path) -> None:
    """Copy what a version carries from ``data`` into ``folder``; maps depend on its waves, and are copied apart."""
    for file in FILES:
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(data / file, target)
    (folder / LIST_NAME).write_text(_without_hashes_of_others(data), encoding="utf-8", newline="\n")


def _without_hashes_of_others(data: Path) -> str:
    text = (data / LIST_NAME).read_text(encoding="utf-8")
    for source in load_sources(data):
        if source.file.startswith("waves/"):
            text = re.sub(rf"(?m)^(  sha256: ){source.sha256}$", rf"\g<1>{NOT_HERE}", text)
    return text

"""One small world whose every figure a reader can work out: five respondents in 2020, three in 2019.

2019: Utrecht, Assen, Goes.   2020: Utrecht, Assen (also in 2019), Almere, Zwolle, Venlo (new).

| municipality | province      | urbanity | coalition 2019 | coalition 2020 | lead 2019 | lead 2020 |
|--------------|---------------|----------|----------------|----------------|-----------|-----------|
| Utrecht      | Utrecht       | 1        | starting       | active         | yes       | yes       |
| Assen        | Drenthe       | 2        | none           | starting       | (skipped) | no        |
| Goes         | Zeeland       | 3        | active         |                | yes       |           |
| Almere       | Flevoland     | 2        |                | none           |           | no        |
| Zwolle       | Overijssel    | 2        |                | active         |           | yes       |
| Venlo        | Limburg       | 2        |                | (skipped)      |           | yes       |

Ten contacts were asked in 2020, five in 2019; Utrecht also stands for Zeist, Breda (who did not answer) for Tilburg.
"""

import csv
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from explorer.inputs import sources
from explorer.inputs.importing.contacts import COLUMNS as CONTACT_COLUMNS
from explorer.inputs.importing.wave_export import COLUMNS as RESPONDENT_COLUMNS
from explorer.inputs.importing.waves import COLUMNS as WAVE_COLUMNS
from explorer.paths import DATA, QUERIES
from explorer.survey.codebook.columns import export_columns
from explorer.survey.codebook.model import Codebook
from explorer.survey.codebook.source import load_codebook

Row = Mapping[str, str]

ANSWERS_2019: tuple[Row, ...] = (
    {"municipality": "Utrecht", "coalition": "starting", "coalition_lead": "yes", "home_visits": "none"},
    {"municipality": "Assen", "coalition": "none", "home_visits": "full_breadth"},
    {"municipality": "Goes", "coalition": "active", "coalition_lead": "yes", "home_visits": "full_breadth"},
)
ANSWERS_2020: tuple[Row, ...] = (
    {
        "municipality": "Utrecht",
        "also_answered_for": "Zeist",
        "coalition": "active",
        "coalition_lead": "yes",
        "home_visits": "full_breadth",
        "best_practices[other_municipality]": "1",
        "best_practices[zonmw_research]": "1",
        "party_roles[municipality][lead]": "1",
        "party_roles[municipality][active]": "1",
        "tools[advisers]": "used",
    },
    {
        "municipality": "Assen",
        "coalition": "starting",
        "coalition_lead": "no",
        "home_visits": "none",
        "best_practices[none]": "1",
        "party_roles[municipality][initiator]": "1",
        "tools[advisers]": "known_unused",
    },
    {"municipality": "Almere", "coalition": "none", "coalition_lead": "no", "tools[advisers]": "used"},
    {
        "municipality": "Zwolle",
        "coalition": "active",
        "coalition_lead": "yes",
        "best_practices[other_municipality]": "1",
    },
    {"municipality": "Venlo", "coalition_lead": "yes", "best_practices": "all 0"},
)
CONTACTS: tuple[Row, ...] = (
    *(
        {"wave": "2019", "municipality": name, "joined_in": "2019"}
        for name in ("Utrecht", "Assen", "Goes", "Almere", "Breda")
    ),
    {"wave": "2020", "municipality": "Utrecht", "represents": "Zeist", "joined_in": "2019"},
    {"wave": "2020", "municipality": "Breda", "represents": "Tilburg", "joined_in": "2019"},
    *({"wave": "2020", "municipality": name, "joined_in": "2019"} for name in ("Assen", "Goes", "Almere")),
    *(
        {"wave": "2020", "municipality": name, "joined_in": "2020"}
        for name in ("Zwolle", "Venlo", "Ede", "Delft", "Heerlen")
    ),
)


def write_csv(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    """Write rows that leave out what is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def wave_rows(answers: Iterable[Row], wave: int, codebook: Codebook) -> list[Row]:
    """Full rows of an export from rows that name only what was chosen.

    One tick fills the other options of its question (of its item) with 0; ``{"best_practices": "all 0"}`` ticks none.
    """
    rows: list[Row] = []
    for number, row in enumerate(answers, start=1):
        full = {"response_id": str(number), "submitted_on": f"{wave}-10-{number:02d}", **row}
        for prefix, options in _tick_groups(codebook, wave):
            if full.pop(prefix, None) == "all 0" or any(f"{prefix}[{option}]" in row for option in options):
                full |= {f"{prefix}[{option}]": full.get(f"{prefix}[{option}]", "0") for option in options}
        rows.append(full)
    return rows


def _tick_groups(codebook: Codebook, wave: int) -> list[tuple[str, list[str]]]:
    """(column prefix, option ids) of each multiple response of a wave."""
    groups = []
    for question in codebook.questions:
        if question.use_in(wave) is not None and question.type_in(wave).allows_several:
            options = [option.id for option in question.options]
            prefixes = [f"{question.id}[{item.id}]" for item in question.items] or [question.id]
            groups += [(prefix, options) for prefix in prefixes]
    return groups


def write_data(
    folder: Path,
    waves: Mapping[int, Iterable[Row]],
    contacts: Iterable[Row],
    *,
    codebook_text: str | None = None,
    observed: Collection[int] = (),
) -> Path:
    """A data folder like the project's own, with other waves and contacts, and a changed codebook if one is given.

    Waves in ``observed`` say that they are real.
    """
    shutil.copytree(DATA, folder)
    if codebook_text is not None:
        (folder / "codebook.yaml").write_text(codebook_text, encoding="utf-8")
    codebook = load_codebook(folder / "codebook.yaml")
    fieldwork = [
        {"wave": str(wave), "fieldwork": f"oktober {wave}", "is_simulated": "0" if wave in observed else "1"}
        for wave in waves
    ]
    write_csv(folder / "waves" / "waves.csv", WAVE_COLUMNS, fieldwork)
    write_csv(folder / "waves" / "contacts.csv", CONTACT_COLUMNS, contacts)
    for wave, answers in waves.items():
        questions = [question for question in codebook.questions if question.use_in(wave) is not None]
        columns = [*RESPONDENT_COLUMNS, *(column for one in questions for column in export_columns(one, wave))]
        write_csv(folder / "waves" / f"{wave}.csv", columns, wave_rows(answers, wave, codebook))
    list_sources(folder)
    return folder


def list_sources(folder: Path) -> None:
    """Make ``SOURCES.yml`` agree with the files: one entry more for a wave that it does not know, and fresh hashes."""
    for path in sorted((folder / "waves").glob("*.csv")):
        about = {"about": "test", "producer": "test", "licence": "CC0-1.0", "date": "2026"}
        wave = sources.Source(
            file=f"waves/{path.name}", **about, address="docs/simulation.md", sha256=sources.hash_of(path)
        )
        sources.add_source(folder, wave)
    sources.refresh_hashes(folder)


def copied_queries(folder: Path, name: str, old: str, new: str) -> Path:
    """A copy of ``queries/`` in which one text of one file is another."""
    queries = folder / "queries"
    shutil.copytree(QUERIES, queries)
    sql = (queries / name).read_text(encoding="utf-8")
    assert old in sql
    (queries / name).write_text(sql.replace(old, new), encoding="utf-8")
    return queries

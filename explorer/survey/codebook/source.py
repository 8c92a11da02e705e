"""Reads ``codebook.yaml`` into :mod:`explorer.survey.codebook.model`; the line of each entry is at hand for errors."""

from functools import lru_cache
from pathlib import Path

import yaml

from explorer.errors import CodebookError
from explorer.paths import DATA
from explorer.survey.codebook.checks import Entry, check_codebook, complain
from explorer.survey.codebook.model import (
    Codebook,
    Comparability,
    Cross,
    Headline,
    Item,
    Net,
    Option,
    Phase,
    Question,
    QuestionType,
    Routing,
    Section,
    WaveUse,
)

CODEBOOK = DATA / "codebook.yaml"


def load_codebook(path: Path = CODEBOOK) -> Codebook:
    """Read and check the codebook.

    Raises:
        CodebookError: an entry is wrong; the message names the entry and its line.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CodebookError(f"Het codeboek ontbreekt: {path}. Zet het bestand terug.") from None
    except UnicodeDecodeError as error:
        raise CodebookError(f"Het codeboek {path} is geen UTF-8: {error}. Sla het op als UTF-8.") from error
    return _parsed(source)


@lru_cache(maxsize=8)
def _parsed(source: str) -> Codebook:
    """Remembered by what the file says, so that a server sees a codebook that changed."""
    try:
        # A subclass of SafeLoader: builds plain values only, like safe_load.
        tree = yaml.load(source, Loader=_LineLoader)  # noqa: S506
    except yaml.YAMLError as error:
        raise CodebookError(f"Het codeboek is geen geldige YAML: {error}") from error
    check_codebook(tree)
    return Codebook(
        phases=tuple(Phase(entry["id"], entry["label"]) for entry in tree["phases"]),
        sections=tuple(_section(entry) for entry in tree["sections"]),
        questions=tuple(_question(entry) for entry in tree["questions"]),
    )


class _LineLoader(yaml.SafeLoader):
    """A safe loader whose mappings remember the line on which they start."""


def _mapping_with_line(loader: _LineLoader, node: yaml.MappingNode) -> Entry:
    keys = [key.value for key, _ in node.value]
    doubled = sorted({key for key in keys if keys.count(key) > 1})
    if doubled:
        complain(node.start_mark.line + 1, f"veld '{doubled[0]}'", "staat dubbel in hetzelfde blok; haal er één weg")
    return Entry(loader.construct_mapping(node, deep=True), line=node.start_mark.line + 1)


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_with_line)


def _section(entry: Entry) -> Section:
    return Section(entry["id"], entry["slug"], entry["kind"], entry["number"], entry["label"], entry["short"])


def _question(entry: Entry) -> Question:
    return Question(
        id=entry["id"],
        section=entry["section"],
        type=QuestionType(entry["type"]),
        text=entry["text"],
        short=entry["short"],
        options=tuple(_option(option) for option in entry["options"]),
        items=tuple(_item(item) for item in entry.get("items", ())),
        nets=tuple(_net(id, net) for id, net in entry.get("nets", {}).items()),
        crosses=tuple(Cross(one["option"], one["within"], one.get("label")) for one in entry.get("crosses", ())),
        headline=_headline(entry.get("headline")),
        asked_if=_routing(entry.get("asked_if")),
        waves=tuple(_wave_use(wave, use) for wave, use in entry["waves"].items()),
    )


def _option(entry: Entry) -> Option:
    return Option(
        id=entry["id"],
        label=entry["label"],
        phase=entry.get("phase"),
        exclusive=entry.get("exclusive", False),
        assumed=entry.get("assumed", False),
        statement=entry.get("statement"),
    )


def _item(entry: Entry) -> Item:
    return Item(entry["id"], entry["label"], entry.get("phrase"), entry.get("plural", False))


def _net(id: str, entry: Entry) -> Net:
    return Net(id, entry["label"], tuple(entry["options"]), entry.get("statement"))


def _headline(entry: Entry | None) -> Headline | None:
    return None if entry is None else Headline(_answer(entry), entry["label"])


def _routing(entry: Entry | None) -> Routing | None:
    return None if entry is None else Routing(entry["question"], _answer(entry))


def _answer(entry: Entry) -> str:
    """An entry names an answer either as ``option`` or as ``net``; their ids do not overlap (checked)."""
    answer: str = entry["option"] if "option" in entry else entry["net"]
    return answer


def _wave_use(wave: int, use: str | Entry) -> WaveUse:
    if isinstance(use, str):
        return WaveUse(wave, Comparability(use))
    return WaveUse(
        wave,
        Comparability(use["compare"]),
        reason=use.get("reason"),
        type=QuestionType(use["type"]) if "type" in use else None,
        assumed=use.get("assumed", False),
    )

"""Nobody receives a mark of somebody else's answers, however many look at once and whatever they ask for.

Every respondent's open answers carry a mark of its own, and its ticks together are a combination that nobody else has.
All that the server sends to visitors is searched for them: frames of the websocket, files, pictures with their texts.
"""

import asyncio
import csv
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from browser import Server, serving
from raw_sessions import RawSession, Shown, raw_session
from small_world import Row, list_sources, write_csv

from explorer.building.version import build
from explorer.inputs.importing.wave_export import COLUMNS as RESPONDENT_COLUMNS
from explorer.paths import DATA, QUERIES
from explorer.store.versions import Store
from explorer.survey.codebook.model import Codebook, Question
from explorer.survey.codebook.source import load_codebook
from explorer.survey.geography.municipalities import load_geography

WAVES = (2019, 2020)
MARK = re.compile(rb"kanarie-\d{4}-\d+-einde")
TICKS = re.compile(rb"(?:(?:[01]|true|false|True|False), ?){20,}")
"""A row of answers as an export, as JSON or as Python would write it."""
GROUPS = ("nederland", "noord-oost", "west-zuid", "stedelijk", "matig-stedelijk-landelijk", "nieuw", "vaker")
VISITORS = 50
PUBLIC_VISITORS = 12
STOPS = 3
FILES = 3
"""How many of the files of a page everyone takes: a table, a workbook, a picture."""

Parameters = dict[str, str]


@dataclass(frozen=True)
class Respondent:
    """One row of an export."""

    wave: int
    municipality: str
    row: Row

    @property
    def mark(self) -> bytes:
        return f"kanarie-{self.wave}-{self.row['response_id']}-einde".encode()


@dataclass(frozen=True)
class World:
    """A running explorer, and who answered what in it."""

    server: Server
    codebook: Codebook
    respondents: tuple[Respondent, ...]

    def of(self, municipality: str, wave: int) -> Respondent | None:
        found = (one for one in self.respondents if (one.municipality, one.wave) == (municipality, wave))
        return next(found, None)


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The project's own respondents, with marks."""
    yield from _world(tmp_path_factory.mktemp("marked"), is_simulated=True)


@pytest.fixture(scope="module")
def observed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The same, said to be real."""
    yield from _world(tmp_path_factory.mktemp("real-marked"), is_simulated=False)


def _world(folder: Path, *, is_simulated: bool) -> Iterator[World]:
    codebook = load_codebook(DATA / "codebook.yaml")
    shutil.copytree(DATA, folder / "data")
    respondents = tuple(one for wave in WAVES for one in _planted(folder / "data" / "waves", wave, codebook))
    if not is_simulated:
        waves = folder / "data" / "waves" / "waves.csv"
        waves.write_text(waves.read_text(encoding="utf-8").replace(",1\n", ",0\n"), encoding="utf-8")
    list_sources(folder / "data")
    store = Store(folder / "store")
    build(store, folder / "data", QUERIES)
    with serving(store.folder, folder / "log") as server:
        yield World(server, codebook, respondents)


def _planted(waves: Path, wave: int, codebook: Codebook) -> Iterator[Respondent]:
    """Write the export again, with a mark in an open answer to every question."""
    path = waves / f"{wave}.csv"
    geography = load_geography(DATA / "geo")
    with path.open(encoding="utf-8", newline="") as file:
        found = [
            Respondent(wave, geography.resolve_municipality(row["municipality"], wave).code, row)
            for row in csv.DictReader(file)
        ]
    asked = [question.id for question in codebook.questions if question.use_in(wave) is not None]
    marked = [{**one.row, **{f"{question}[comment]": one.mark.decode() for question in asked}} for one in found]
    write_csv(path, list(marked[0]), marked)
    yield from found


# ---- who looks, and where


@dataclass(frozen=True)
class Visitor:
    """Who looks (``municipality``; None for others), and where: pages, each with the parameters of its address."""

    municipality: str | None
    stops: tuple[tuple[str, Parameters], ...]


def visitors(world: World) -> list[Visitor]:
    """The public and municipalities; each tries to look up another one on the way."""
    random = np.random.default_rng(7)
    codes = sorted({one.municipality for one in world.respondents})
    lookers = [None] * PUBLIC_VISITORS + random.choice(codes, VISITORS - PUBLIC_VISITORS, replace=False).tolist()
    return [Visitor(code, tuple(_stop(world, code, codes, random) for _ in range(STOPS))) for code in lookers]


def _stop(world: World, code: str | None, codes: Sequence[str], random: np.random.Generator) -> tuple[str, Parameters]:
    page = str(random.choice([section.slug for section in world.codebook.sections] + ["", "respons"]))
    asked = {"meting": str(random.choice(WAVES)), "groep": str(random.choice(GROUPS))}
    if code is None:
        # Filters are not theirs, and who is looked up is not who looks.
        more = {
            "gemeente": str(random.choice(codes)),
            "provincie": "utrecht",
            "populatie": "nieuw",
            "stedelijkheid": "1",
        }
        return page, {"kijk": "openbaar", **asked, **more}
    return page, {"kijk": "gemeente", "gemeente": code, **asked, "provincie": "limburg", "populatie": "beide-jaren"}


def ministry(world: World) -> list[Visitor]:
    """Two who may see everything: what is kept for them must not reach others."""
    pages = [section.slug for section in world.codebook.sections[:4]]
    return [Visitor(None, tuple((page, {"kijk": who}) for page in pages)) for who in ("vws", "analist")]


@dataclass(frozen=True)
class Seen:
    """What a visitor received, and the texts that stand for the pictures of each wave."""

    visitor: Visitor
    received: tuple[bytes, ...]
    pictures: tuple[tuple[int, Shown], ...]

    @property
    def marks(self) -> frozenset[bytes]:
        return frozenset(mark for part in self.received for mark in MARK.findall(part))


def looked(world: World, *groups: Sequence[Visitor]) -> list[list[Seen]]:
    """All visitors at once."""

    async def all_at_once() -> list[Seen]:
        async with AsyncExitStack() as stack:
            everyone = [visitor for group in groups for visitor in group]
            sessions = [await stack.enter_async_context(raw_session(world.server)) for _ in everyone]
            return await asyncio.gather(*map(_look, sessions, everyone))

    found = iter(asyncio.run(all_at_once()))
    return [[next(found) for _ in group] for group in groups]


async def _look(session: RawSession, visitor: Visitor) -> Seen:
    pictures = []
    for number, (page, parameters) in enumerate(visitor.stops):
        shown = await session.visit(page, parameters)
        opened = await session.open(shown)
        if number == 0:
            await session.download(opened, FILES)
        pictures.append((int(parameters.get("meting", WAVES[-1])), shown))
    return Seen(visitor, tuple(session.received), tuple(pictures))


@pytest.fixture(scope="module")
def crowd(simulated: World) -> list[Seen]:
    """What fifty visitors received while the ministry was looking too."""
    return looked(simulated, visitors(simulated), ministry(simulated))[0]


# ---- what they received


def test_no_open_answer_reaches_anyone_but_the_one_who_wrote_it(simulated: World, crowd: list[Seen]) -> None:
    for seen in crowd:
        own = {one.mark for one in simulated.respondents if one.municipality == seen.visitor.municipality}
        assert seen.marks <= own, seen.visitor
    assert sum(bool(seen.marks) for seen in crowd) > VISITORS / 2  # a mark that is sent is found


def test_no_row_of_answers_reaches_anyone(crowd: list[Seen]) -> None:
    assert [seen.visitor for seen in crowd if any(TICKS.search(part) for part in seen.received)] == []


def test_a_combination_of_answers_belongs_to_one_respondent(simulated: World) -> None:
    """So a picture that marks the answers of a municipality can be told from that of any other one."""
    for wave in WAVES:
        combinations = [
            tuple(value for column, value in one.row.items() if column not in RESPONDENT_COLUMNS)
            for one in simulated.respondents
            if one.wave == wave
        ]
        assert len(set(combinations)) == len(combinations)


def test_pictures_mark_the_answers_of_the_one_who_looks_and_no_others(simulated: World, crowd: list[Seen]) -> None:
    n_marked = 0
    for seen in crowd:
        for wave, shown in seen.pictures:
            told = " ".join(shown.alternatives)
            code = seen.visitor.municipality
            respondent = None if code is None else simulated.of(code, wave)
            own = set() if respondent is None else set(own_sentences(simulated.codebook, respondent))
            n_own = sum(told.count(sentence) for sentence in own)
            assert told.count("Uw gemeente koos") == n_own, (seen.visitor, wave)
            n_marked += n_own
    assert n_marked > VISITORS


def own_sentences(codebook: Codebook, respondent: Respondent) -> Iterator[str]:
    """What the text of a picture may say of this respondent, put together from its row in the export."""
    for question in codebook.questions:
        if question.use_in(respondent.wave) is not None:
            for item in question.items or (None,):
                chosen = _chosen(question, None if item is None else item.id, respondent)
                if chosen is not None:
                    where = "" if item is None else f" bij ‘{item.label}’"
                    yield f"Uw gemeente koos{where}" + (f": {chosen}." if chosen else " geen van deze antwoorden.")


def _chosen(question: Question, item: str | None, respondent: Respondent) -> str | None:
    """Labels as in a sentence; empty where no option was ticked, None where the question was skipped."""
    prefix = question.id if item is None else f"{question.id}[{item}]"
    if question.type_in(respondent.wave).allows_several:
        values = {option.id: respondent.row[f"{prefix}[{option.id}]"] for option in question.options}
        if "" in values.values():
            return None
        labels = [f"‘{option.label}’" for option in question.options if values[option.id] == "1"]
    else:
        if not respondent.row[prefix]:
            return None
        labels = [f"‘{question.label_of(respondent.row[prefix])}’"]
    return " en ".join(filter(None, (", ".join(labels[:-1]), *labels[-1:])))


# ---- real data, nobody signed in


def test_with_real_data_no_address_makes_anyone_more_than_public(observed: World) -> None:
    pages = [section.slug for section in observed.codebook.sections]
    code = observed.respondents[0].municipality
    asked: list[Parameters] = [
        {"kijk": "vws", "provincie": "utrecht"},
        {"kijk": "analist", "populatie": "beide-jaren"},
        {"kijk": "gemeente", "gemeente": code},
        {"gemeente": code, "kijk": "openbaar", "groep": "noord-oost"},
    ]
    (seen,) = looked(observed, [Visitor(None, tuple((page, one) for page in pages)) for one in asked])
    for one in seen:
        assert one.marks == frozenset(), one.visitor
        assert not any("Uw gemeente koos" in text for _, shown in one.pictures for text in shown.alternatives)
        assert not any(b"(simulatie)" in part for part in one.received)
    shown = {tuple(sorted(picture.alternatives)) for one in seen[:3] for _, picture in one.pictures}
    assert len(shown) == len(pages)  # whoever they said they were, they saw the same

"""From a finished database and its release to problems that the audit can solve."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from explorer.building.disclosure.facts import printed_knowledge, released_knowledge
from explorer.building.disclosure.model import (
    Answers,
    Fact,
    Knowledge,
    Part,
    Problem,
    ReleasedRow,
    Respondent,
    Split,
    Unit,
)
from explorer.building.disclosure.rows import ToldRow, read_kept, read_released, read_told
from explorer.building.disclosure.told import NATION_DIMENSION
from explorer.building.disclosure.units import units_of
from explorer.inputs.printed import PrintedReport, PrintedRow
from explorer.store.files import Connection
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Codebook
from explorer.survey.figures.figure import Figure, Kind
from explorer.survey.figures.participation import SECTION as RESPONSE

Terms = tuple[dict[tuple[str, str], str], dict[int, int]]
"""(question, option of a cross) → its net; and wave → the other wave of its panel."""
DIMENSIONS = ("urbanity", "region", "history")
"""How groups divide the country, in the order in which they are taken away."""
Members = Mapping[tuple[int, str], frozenset[str]]
"""(wave, municipality code) → released groups: the public list of an earlier release."""


@dataclass(frozen=True)
class EarlierRelease:
    """What an earlier version gave away, as far as it still holds.

    In ``same_waves`` it spoke of the very same groups of respondents as today's; in other waves its groups are marks
    of their own, that begin with ``name``. ``version`` is the one that it came with, ``told`` its very figures per
    wave, and ``kept`` the version from which it took those of a wave.
    """

    name: str
    rows: tuple[ReleasedRow, ...]
    members: Members
    same_waves: frozenset[int] = frozenset()
    version: str = ""
    told: Mapping[int, tuple[ToldRow, ...]] = field(default_factory=dict, compare=False)
    kept: Mapping[int, str] = field(default_factory=dict, compare=False)

    @property
    def waves(self) -> frozenset[int]:
        return frozenset(wave for wave, _ in self.members)

    def knowledge(self, parts: Iterable[Part], terms: Terms) -> Knowledge:
        """What it says of some questions; what it withheld is no matter any more."""
        rows = [row for row in self.rows if row.part in set(parts)]
        same = released_knowledge((row for row in rows if row.wave in self.same_waves), *terms)
        other = released_knowledge((row for row in rows if row.wave not in self.same_waves), *terms, self.name)
        return replace(together(same, other), withheld=())


@dataclass(frozen=True)
class World:
    """Who took part and what they answered."""

    codebook: Codebook
    waves: tuple[int, ...]
    respondents: tuple[Respondent, ...]
    municipalities: Mapping[tuple[int, str], int]
    members: Members
    answers: Answers


def read_world(connection: Connection, codebook: Codebook) -> World:
    """Everything of a database that the audit needs; ``connection`` also has the views ``release_…``."""
    waves = tuple(wave for (wave,) in connection.execute("select wave from wave order by wave").fetchall())
    ids = _link(
        connection.execute(
            "select wave, response_id, wave_before, response_id_before from participation order by wave, response_id"
        ).fetchall()
    )
    marks: defaultdict[int, dict[int, frozenset[str]]] = defaultdict(dict)
    municipalities: dict[tuple[int, str], int] = {}
    members: dict[tuple[int, str], frozenset[str]] = {}
    for wave, response, code, groups in connection.execute(
        "select wave, response_id, municipality_code, group_names from release_member"
    ).fetchall():
        marks[ids[wave, response]][wave] = frozenset(groups)
        municipalities[wave, code] = ids[wave, response]
        members[wave, code] = frozenset(groups)
    answers: Answers = {
        ((question, item), wave, ids[wave, response]): frozenset(chosen)
        for wave, response, question, item, chosen in connection.execute(
            "select wave, response_id, question, item, chosen from answer"
        ).fetchall()
    }
    respondents = tuple(Respondent(id, tuple(sorted(by_wave.items()))) for id, by_wave in sorted(marks.items()))
    return World(codebook, waves, respondents, municipalities, members, answers)


def _link(rows: Iterable[tuple[int, int, int | None, int | None]]) -> dict[tuple[int, int], int]:
    """(wave, response) → a number that is the same in all waves of a municipality; earlier waves come first."""
    ids: dict[tuple[int, int], int] = {}
    for wave, response, wave_before, response_before in rows:
        before = None if wave_before is None or response_before is None else ids[wave_before, response_before]
        ids[wave, response] = len(set(ids.values())) if before is None else before
    return ids


def read_earlier(connection: Connection, name: str, version: str) -> EarlierRelease:
    """Rows, public list and very figures of an earlier release."""
    members = connection.execute(
        "select wave, municipality_code, group_names from release_municipality where group_names is not null"
    ).fetchall()
    return EarlierRelease(
        name,
        read_released(connection),
        {(wave, code): frozenset(groups) for wave, code, groups in members},
        version=version,
        told=read_told(connection),
        kept=read_kept(connection),
    )


def printed_rows(report: PrintedReport, figures: Iterable[Figure]) -> tuple[PrintedRow, ...]:
    """The rows of the report whose number comes out, of questions; ``figures`` are national, of total and panel."""
    found = (
        row
        for figure in figures
        if figure.section != RESPONSE
        for row in report.rows_about(figure)
        if row.prints(figure.n, figure.base)
    )
    return tuple(dict.fromkeys(found))


def problems_of(
    world: World,
    released: Iterable[ReleasedRow],
    printed: Iterable[PrintedRow],
    earlier: Iterable[EarlierRelease] = (),
    *,
    but_for: Container[int] = (),
) -> tuple[Problem, ...]:
    """One problem per unit, with everything that is known about it; the waves ``but_for`` are not asked, and figures
    that count who took part in one of those too are left out.
    """
    waves = tuple(wave for wave in world.waves if wave not in but_for)
    terms = knowledge_terms(world)

    def is_asked(row: ReleasedRow | PrintedRow) -> bool:
        return row.wave in waves and (row.population is not Population.PANEL or terms[1][row.wave] in waves)

    # In one order, wherever they were read from: results are kept by a hash of the problem.
    asked = tuple(sorted(filter(is_asked, released), key=str))
    known = _Known(
        world=world,
        waves=waves,
        terms=terms,
        released=asked,
        printed=tuple(filter(is_asked, printed)),
        earlier=tuple(replace(one, rows=tuple(filter(is_asked, one.rows))) for one in earlier),
    )
    units = units_of(world.codebook, dict.fromkeys(row.part for row in asked), waves)
    return tuple(known.problem_of(unit) for unit in units)


@dataclass(frozen=True)
class _Known:
    """All that is known of the waves that are asked."""

    world: World
    waves: tuple[int, ...]
    terms: Terms
    released: tuple[ReleasedRow, ...]
    printed: tuple[PrintedRow, ...]
    earlier: tuple[EarlierRelease, ...]

    @cached_property
    def respondents(self) -> tuple[Respondent, ...]:
        found = self.world.respondents
        for release in self.earlier:
            found = with_marks(found, release, self.world.municipalities)
        return found

    def problem_of(self, unit: Unit) -> Problem:
        of_unit = [row for row in self.released if row.part in unit.parts]
        national = released_knowledge((row for row in of_unit if row.dimension == NATION_DIMENSION), *self.terms)
        derived = released_knowledge((row for row in of_unit if _is_derived(row, unit)), *self.terms)
        sources = [release.knowledge(unit.parts, self.terms) for release in self.earlier]
        printed = (row for row in self.printed if (row.question, row.item) in unit.parts)
        report = printed_knowledge(printed, *self.terms)
        places = self.world.answers.items()
        return Problem(
            unit=unit,
            respondents=self.respondents,
            answers={place: chosen for place, chosen in places if place[0] in unit.parts and place[1] in self.waves},
            released=together(released_knowledge(of_unit, *self.terms), *sources, report),
            printed=report,
            splits=_splits(of_unit, *self.terms),
            kept=together(national, *sources, report).facts,
            derived=tuple(fact for fact in derived.facts if _counts_a_net(fact)),
        )


def _is_derived(row: ReleasedRow, unit: Unit) -> bool:
    """Whether a row is told as what follows from the options: a net of a question with one answer, in a group."""
    layout = dict(unit.waves_of(row.part)).get(row.wave)
    return row.kind is Kind.NET and row.dimension in DIMENSIONS and layout is not None and not layout.allows_several


def _counts_a_net(fact: Fact) -> bool:
    return all(quantity.answer is not None for _, quantity in fact.terms)


def _splits(
    rows: Iterable[ReleasedRow], crosses: Mapping[tuple[str, str], str], partners: Mapping[int, int]
) -> tuple[tuple[Split, tuple[Fact, ...]], ...]:
    """What each split gives away; a cross goes with its option and with its net."""
    found: defaultdict[Split, list[ReleasedRow]] = defaultdict(list)
    for row in rows:
        if row.dimension in DIMENSIONS and row.counts is not None:
            answers = {row.answer, *((crosses[row.question, row.answer],) if row.kind is Kind.CROSS else ())}
            for answer in answers:
                found[Split(row.question, row.item, row.wave, answer, row.dimension)].append(row)
    ordered = sorted(found.items(), key=lambda entry: (DIMENSIONS.index(entry[0].dimension), str(entry[0])))
    return tuple((split, released_knowledge(given, crosses, partners).facts) for split, given in ordered)


def knowledge_terms(world: World) -> Terms:
    """What facts need to know of the codebook and the waves."""
    crosses = {(q.id, cross.option): cross.within for q in world.codebook.questions for cross in q.crosses}
    second = world.waves[1] if len(world.waves) > 1 else world.waves[0]
    before = dict(zip(world.waves[1:], world.waves, strict=False))
    return crosses, {wave: before.get(wave, second) for wave in world.waves}


def together(*sources: Knowledge) -> Knowledge:
    """All knowledge of several sources."""
    return Knowledge(
        tuple(dict.fromkeys(fact for source in sources for fact in source.facts)),
        tuple(dict.fromkeys(one for source in sources for one in source.any_below)),
        tuple(dict.fromkeys(one for source in sources for one in source.withheld)),
    )


def with_marks(
    respondents: Iterable[Respondent], release: EarlierRelease, municipalities: Mapping[tuple[int, str], int]
) -> tuple[Respondent, ...]:
    """Respondents who also belong to the groups of an earlier release, as far as they stood in its public list."""
    found: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for (wave, code), groups in release.members.items():
        if wave not in release.same_waves and (wave, code) in municipalities:
            found[municipalities[wave, code], wave] |= {release.name + group for group in groups}
    return tuple(
        Respondent(one.id, tuple((wave, marks | found[one.id, wave]) for wave, marks in one.marks))
        for one in respondents
    )

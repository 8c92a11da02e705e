"""From a finished database and its release to problems that the audit can solve."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from explorer.building.disclosure.facts import printed_knowledge, released_knowledge
from explorer.building.disclosure.model import (
    Answers,
    Fact,
    Knowledge,
    Layout,
    Part,
    Problem,
    ReleasedRow,
    Respondent,
    Route,
    Split,
    Unit,
)
from explorer.inputs.printed import PrintedReport, PrintedRow
from explorer.store.files import Connection
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Codebook, Question
from explorer.survey.figures.figure import Figure, Kind, ReleaseStatus
from explorer.survey.figures.participation import SECTION as RESPONSE

Terms = tuple[dict[tuple[str, str], str], dict[int, int]]
"""(question, option of a cross) → its net; and wave → the other wave of its panel."""
DIMENSIONS = ("urbanity", "region", "history")
"""How groups divide the country, in the order in which they are taken away."""
NATION_DIMENSION = "nation"
Members = Mapping[tuple[int, str], frozenset[str]]
"""(wave, municipality code) → released groups: the public list of an earlier release."""


@dataclass(frozen=True)
class EarlierRelease:
    """What an earlier version gave away, as far as it still holds.

    In ``same_waves`` it spoke of the very same groups of respondents as today's; in other waves its groups are marks
    of their own, that begin with ``name``.
    """

    name: str
    rows: tuple[ReleasedRow, ...]
    members: Members
    same_waves: frozenset[int] = frozenset()

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


def read_released(connection: Connection) -> tuple[ReleasedRow, ...]:
    """The rows of ``release_figure`` that are about questions."""
    sql = """
        select question, item, answer, kind, wave, population, dimension, group_name, n, base, status
        from release_figure
        where answer is not null
        order by all
    """
    return tuple(
        ReleasedRow(
            *(question, item, answer, Kind(kind), wave, Population(population)),
            dimension=dimension,
            group=group,
            n=n,
            base=base,
            status=ReleaseStatus(status),
        )
        for question, item, answer, kind, wave, population, dimension, group, n, base, status in (
            connection.execute(sql).fetchall()
        )
    )


def read_earlier(connection: Connection, name: str) -> EarlierRelease:
    """Rows and public list of an earlier release."""
    members = connection.execute(
        "select wave, municipality_code, group_names from release_municipality where group_names is not null"
    ).fetchall()
    return EarlierRelease(
        name, read_released(connection), {(wave, code): frozenset(groups) for wave, code, groups in members}
    )


def printed_rows(report: PrintedReport, figures: Iterable[Figure]) -> tuple[PrintedRow, ...]:
    """The rows of the report whose number comes out, of questions; ``figures`` are national, of total and panel."""
    found = (row for figure in figures if figure.section != RESPONSE for row in report.rows(figure))
    return tuple(dict.fromkeys(found))


def units_of(codebook: Codebook, parts: Iterable[Part], waves: Iterable[int]) -> tuple[Unit, ...]:
    """Questions (items) that can be looked at apart; a routed question goes with the one that leads to it."""
    waves = tuple(waves)
    layouts = {part: _layouts(codebook.question(part[0]), waves) for part in parts}
    routes = [route for part in layouts for route in _routes(codebook, part, layouts)]
    led = {route.part for route in routes}
    return tuple(
        _unit(part, tuple(route for route in routes if route.source == part), layouts)
        for part in layouts
        if part not in led
    )


def _unit(part: Part, routes: tuple[Route, ...], layouts: Mapping[Part, tuple[tuple[int, Layout], ...]]) -> Unit:
    parts = dict.fromkeys((part, *(route.part for route in routes)))
    return Unit(tuple((one, layouts[one]) for one in parts), routes)


def _layouts(question: Question, waves: Iterable[int]) -> tuple[tuple[int, Layout], ...]:
    return tuple((wave, layout_of(question, wave)) for wave in waves if question.use_in(wave) is not None)


def layout_of(question: Question, wave: int) -> Layout:
    """How a question is answered in a wave."""
    return Layout(
        allows_several=question.type_in(wave).allows_several,
        options=tuple(option.id for option in question.options),
        exclusive=frozenset(option.id for option in question.options if option.exclusive),
        nets=tuple((net.id, net.options) for net in question.nets),
        crosses=tuple((cross.option, cross.within) for cross in question.crosses),
    )


def _routes(codebook: Codebook, part: Part, layouts: Mapping[Part, object]) -> Iterable[Route]:
    question = codebook.question(part[0])
    if question.asked_if is None:
        return
    source = codebook.question(question.asked_if.question)
    place = (source.id, None)
    if place in layouts:
        for use in question.waves:
            if question.use_in(use.wave) is not None and source.use_in(use.wave) is not None:
                yield Route(part, place, use.wave, question.asked_if.answer)


def problems_of(
    world: World,
    released: Iterable[ReleasedRow],
    printed: Iterable[PrintedRow],
    earlier: Iterable[EarlierRelease] = (),
) -> tuple[Problem, ...]:
    """One problem per unit, with everything that is known about it."""
    released, printed, earlier = tuple(released), tuple(printed), tuple(earlier)
    crosses, partners = knowledge_terms(world)
    respondents = world.respondents
    for release in earlier:
        respondents = with_marks(respondents, release, world.municipalities)
    parts = dict.fromkeys(row.part for row in released)
    problems = []
    for unit in units_of(world.codebook, parts, world.waves):
        of_unit = [row for row in released if row.part in unit.parts]
        sources = [release.knowledge(unit.parts, (crosses, partners)) for release in earlier]
        report = printed_knowledge(
            (row for row in printed if (row.question, row.item) in unit.parts), crosses, partners
        )
        national = released_knowledge((row for row in of_unit if row.dimension == NATION_DIMENSION), crosses, partners)
        everything = together(released_knowledge(of_unit, crosses, partners), *sources, report)
        answers = {key: chosen for key, chosen in world.answers.items() if key[0] in unit.parts}
        problems.append(
            Problem(
                unit,
                respondents,
                answers,
                everything,
                report,
                _splits(of_unit, crosses, partners),
                together(national, *sources, report).facts,
            )
        )
    return tuple(problems)


def _splits(
    rows: Iterable[ReleasedRow], crosses: Mapping[tuple[str, str], str], partners: Mapping[int, int]
) -> tuple[tuple[Split, tuple[Fact, ...]], ...]:
    """What each split gives away; a cross goes with its option and with its net."""
    found: defaultdict[Split, list[ReleasedRow]] = defaultdict(list)
    for row in rows:
        if row.dimension in DIMENSIONS and row.n is not None:
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

"""Hand-written questions and figures that the tests of charts and sentences share."""

from collections.abc import Iterator
from dataclasses import replace

from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import (
    Comparability,
    Cross,
    Headline,
    Item,
    Net,
    Option,
    Question,
    QuestionType,
    Routing,
    Section,
    WaveUse,
)
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure, Kind, Origin, find
from explorer.survey.figures.question import QuestionFigures

NETWORK = Section("pillar_2", "sterk-netwerk", "pijler", 2, "Sterk netwerk", "Sterk netwerk")

SAME = (WaveUse(2019, Comparability.FIRST), WaveUse(2020, Comparability.IDENTICAL))
NEW = (WaveUse(2020, Comparability.NEW),)
RECODED = (WaveUse(2020, Comparability.RECODED, "In 2019 golden andere groepen van partijen."),)

COALITION = Question(
    "coalition",
    "pillar_2",
    QuestionType.SINGLE,
    "Is er een lokale coalitie tegen eenzaamheid?",
    "Lokale coalitie",
    (
        Option("starting", "Ja, nog in opbouw", 2),
        Option("none", "Nog niet", 0),
        Option("active", "Ja, en die is (zeer) actief", 3),
    ),
    nets=(Net("active_or_starting", "Heeft een lokale coalitie", ("active", "starting")),),
    headline=Headline("active_or_starting", "Heeft een lokale coalitie"),
    waves=SAME,
)

LEAD = Question(
    "coalition_lead",
    "pillar_2",
    QuestionType.SINGLE,
    "Leidt iemand het netwerk (een kartrekker)?",
    "Kartrekker",
    (Option("yes", "Ja", 3), Option("no", "Nee", 0)),
    headline=Headline("yes", "Heeft een kartrekker voor het netwerk"),
    waves=SAME,
)

ROLES = Question(
    "party_roles",
    "pillar_2",
    QuestionType.MATRIX_MULTIPLE,
    "Welke rol hebben partijen in het netwerk?",
    "Rollen in het netwerk",
    (
        Option("lead", "Kartrekker", statement="is {item} kartrekker"),
        Option("initiator", "Start acties", statement="start {item} acties"),
        Option("active", "Draagt actief bij", statement="draagt {item} actief bij"),
        Option("informed", "Krijgt informatie", statement="krijgt {item} informatie"),
        Option(
            "no_active_role",
            "Doet niet mee en krijgt geen informatie",
            exclusive=True,
            statement="doet {item} niet mee",
        ),
    ),
    items=(
        Item("municipality", "Gemeente", "de gemeente zelf"),
        Item(
            "self_organisations",
            "Zelforganisaties, zoals cliëntorganisaties en ouderenbonden",
            "zelforganisaties",
            is_plural=True,
        ),
        Item("financial_sector", "Financiële sector, zoals banken", "de financiële sector"),
    ),
    nets=(Net("active_or_initiator", "Draagt actief bij of start acties", ("initiator", "active")),),
    crosses=(
        Cross("lead", "active_or_initiator", "Ook kartrekker (van partijen die actief bijdragen of acties starten)"),
    ),
    waves=RECODED,
)

TOOLS = Question(
    "tools",
    "action_line_2",
    QuestionType.MATRIX_SINGLE,
    "Kent en gebruikt de gemeente de hulpmiddelen van het actieprogramma?",
    "Hulpmiddelen",
    (
        Option("used", "Bekend en gebruikt", 3, statement="kent en gebruikt {item}"),
        Option("known_unused", "Bekend, niet gebruikt", 1, statement="kent {item}, maar maakt er geen gebruik van"),
        Option("unknown", "Niet bekend", 0, statement="kent {item} niet"),
    ),
    items=(
        Item("advisers", "Adviseurs", "de adviseurs", is_plural=True),
        Item("over_de_drempel", "Toolkit Over de drempel (eerder: huisbezoeken)", "de toolkit Over de drempel"),
    ),
    waves=RECODED,
)

ROUTES = Question(
    "support_routes",
    "action_line_1",
    QuestionType.MULTIPLE,
    "Hoe krijgen mensen hulp bij signalen van eenzaamheid?",
    "Wegen naar hulp",
    (
        Option("social_map", "(Digitale) sociale kaart met het aanbod"),
        Option("several_points", "Er zijn verschillende punten waar mensen terechtkunnen"),
        Option("other", "Anders, zoals wijkteam, welzijnsorganisatie of loket"),
    ),
    waves=NEW,
)

VISITS = Question(
    "home_visits",
    "pillar_3",
    QuestionType.SINGLE,
    "Worden ouderen thuis bezocht?",
    "Huisbezoeken",
    (Option("some", "Ja, bij bepaalde groepen", 2), Option("none", "Nee", 0)),
    nets=(Net("any_visit", "Bezoekt ouderen thuis", ("some",)),),
    waves=SAME,
)

EXECUTORS = Question(
    "visit_executors",
    "pillar_3",
    QuestionType.MULTIPLE,
    "Wie doen de huisbezoeken?",
    "Wie bezoeken",
    (Option("volunteers", "Vrijwilligers"), Option("care_staff", "Zorgmedewerkers")),
    asked_if=Routing("home_visits", "any_visit"),
    waves=NEW,
)


def figure(  # noqa: PLR0913 - a figure has that many coordinates
    question: Question,
    answer: str | None,
    n: int | None,
    base: int | None,
    *,
    wave: int = 2020,
    item: str | None = None,
    kind: Kind | None = None,
    population: Population = Population.TOTAL,
    origin: Origin = Origin.SIMULATED,
) -> Figure:
    """A figure of ``question``; its kind follows from the answer unless it is a cross."""
    nets = {net.id for net in question.nets}
    found = kind or (Kind.NET if answer in nets else Kind.OPTION)
    return Figure(question.section, question.id, item, answer, found, wave, population, None, n, base, origin)


def response(n: int | None, base: int | None, *, wave: int = 2020) -> Figure:
    """The figure ``responded`` of section ``response``."""
    return Figure(
        "response", "responded", None, None, Kind.OPTION, wave, Population.TOTAL, None, n, base, Origin.PRINTED
    )


def of_question(
    question: Question,
    now: tuple[Figure, ...],
    before: tuple[Figure, ...] = (),
    *,
    panel: tuple[tuple[Figure, ...], tuple[Figure, ...]] = ((), ()),
    asked: int = 100,
) -> QuestionFigures:
    """Figures of a question in 2020, with the reason why it has no trend from the codebook."""
    use = question.use_in(2020)
    reason = None if question.is_comparable(2020) or use is None else use.reason or "Deze vraag is nieuw."
    panel_before, panel_now = panel
    return QuestionFigures(
        question=question,
        wave=2020,
        previous_wave=2019,
        population=Population.TOTAL,
        now=now,
        before=before,
        panel_now=panel_now,
        panel_before=panel_before,
        no_trend=reason,
        respondents=100,
        asked=asked,
        changes=tuple(_changes(now, before, panel_before, panel_now)),
    )


def _changes(
    now: tuple[Figure, ...],
    before: tuple[Figure, ...],
    panel_before: tuple[Figure, ...],
    panel_now: tuple[Figure, ...],
) -> Iterator[Change]:
    """What changed since the wave before, where 103 and then 182 were asked, and as few as can be stayed."""
    for figure in now:
        earlier = find(before, figure.option or "", item=figure.item, kind=figure.kind)
        if earlier is not None:
            both = [find(found, figure.option or "", item=figure.item) for found in (panel_before, panel_now)]
            yield Change(earlier, figure, True, both[0], both[1], 0, 43, 103, 182)


def _coalition(
    active: int, starting: int, none: int, wave: int, population: Population = Population.TOTAL
) -> tuple[Figure, ...]:
    base = active + starting + none
    counts = {"active": active, "starting": starting, "none": none, "active_or_starting": active + starting}
    return tuple(figure(COALITION, answer, n, base, wave=wave, population=population) for answer, n in counts.items())


COALITION_FIGURES = of_question(
    COALITION,
    tuple(
        replace(entry, origin=Origin.PRINTED, printed=("n", "base", "pct"))
        if entry.option == "active_or_starting"
        else entry
        for entry in _coalition(34, 39, 26, 2020)
    ),
    _coalition(18, 20, 26, 2019),
    panel=(_coalition(14, 13, 16, 2019, Population.PANEL), _coalition(20, 15, 8, 2020, Population.PANEL)),
)

LEAD_FIGURES = of_question(
    LEAD,
    (figure(LEAD, "yes", 74, 99), figure(LEAD, "no", 25, 99)),
    (figure(LEAD, "yes", 46, 64, wave=2019), figure(LEAD, "no", 18, 64, wave=2019)),
)

SMALL_FIGURES = of_question(LEAD, (figure(LEAD, "yes", 3, 8), figure(LEAD, "no", 5, 8)), asked=8)
EMPTY_FIGURES = of_question(LEAD, (figure(LEAD, "yes", 0, 0), figure(LEAD, "no", 0, 0)), asked=0)
WITHHELD_FIGURES = of_question(LEAD, (figure(LEAD, "yes", None, None), figure(LEAD, "no", None, None)))

_ROLE_COUNTS = {
    "municipality": (40, 22, 53, 4, 3),
    "self_organisations": (9, 27, 44, 18, 11),
    "financial_sector": (0, 2, 9, 16, 72),
}

ROLES_FIGURES = of_question(
    ROLES,
    (
        *(
            figure(ROLES, option.id, n, 98, item=item)
            for item, counts in _ROLE_COUNTS.items()
            for option, n in zip(ROLES.options, counts, strict=True)
        ),
        figure(ROLES, "active_or_initiator", 60, 98, item="municipality"),
        figure(ROLES, "lead", 35, 60, item="municipality", kind=Kind.CROSS),
    ),
)

TOOLS_FIGURES = of_question(
    TOOLS,
    tuple(
        figure(TOOLS, option, n, sum(counts), item=item)
        for item, counts in {"advisers": (88, 9, 3), "over_de_drempel": (54, 29, 14)}.items()
        for option, n in zip((o.id for o in TOOLS.options), counts, strict=True)
    ),
)

ROUTES_FIGURES = of_question(
    ROUTES,
    (
        figure(ROUTES, "social_map", 61, 98),
        figure(ROUTES, "several_points", 80, 98),
        figure(ROUTES, "other", 12, 98),
    ),
)

EXECUTORS_FIGURES = of_question(
    EXECUTORS, (figure(EXECUTORS, "volunteers", 60, 71), figure(EXECUTORS, "care_staff", 44, 71)), asked=73
)

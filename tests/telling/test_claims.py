"""What pages claim: over hundreds of selections of all viewers no more than the numbers carry."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from figure_examples import COALITION, LEAD, ROUTES, figure, of_question
from withheld_examples import COMMON, hidden, in_range

from explorer.gateway.desk import Desk
from explorer.gateway.door import Gateway
from explorer.inputs.printed import PrintedReport
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC, Role, Viewer
from explorer.survey.figures.figure import ABOUT_EQUAL_POINTS, SMALL_BASE, Figure, Kind, percentage
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.geography.municipalities import PROVINCES
from explorer.telling.claims.claim import Claim, ClaimKind, claim_of
from explorer.telling.claims.headings import heading_claim
from explorer.telling.claims.leads import change_claim, finding_claims
from explorer.telling.sentences import copy_sentence, heading
from explorer.telling.subjects.questions import question_figures
from explorer.telling.words.withheld import is_range

SELECTIONS = 300
FEW = (ClaimKind.COUNT, ClaimKind.BASE)
Shown = tuple[Desk, Selection, tuple[QuestionFigures, ...]]


def selections(real: Gateway) -> Iterator[tuple[Viewer, Selection]]:
    """Random filters of the ministry; groups of the public and of municipalities, which are few; the same each time."""
    chance = random.Random(12)  # noqa: S311 - a choice of examples
    groups = [group.name for group in real.desk(PUBLIC).groups]
    towns = [one.code for one in real.desk(PUBLIC).municipality_statuses(Selection((2020,)))][:40]
    for _ in range(SELECTIONS):
        wave = (chance.choice((2019, 2020, 2020)),)
        match chance.choice((Role.MINISTRY, Role.MINISTRY, Role.PUBLIC, Role.MUNICIPALITY)):
            case Role.MINISTRY:
                provinces = tuple(one.name for one in PROVINCES if chance.random() < 0.2)
                urbanity = tuple(one for one in range(1, 6) if chance.random() < 0.2)
                population = chance.choice(list(Population))
                yield MINISTRY, Selection(wave, population=population, provinces=provinces, urbanity=urbanity)
            case Role.PUBLIC:
                yield PUBLIC, Selection(wave, group=chance.choice((None, *groups)))
            case _:
                viewer = Viewer(Role.MUNICIPALITY, chance.choice(towns))
                yield viewer, Selection(wave, group=chance.choice((None, *groups)))


@pytest.fixture(scope="module")
def shown(real: Gateway) -> list[Shown]:
    found = []
    for viewer, selection in selections(real):
        desk = real.desk(viewer)
        found.append((desk, selection, question_figures(desk, selection, desk.codebook.questions)))
    return found


@pytest.fixture(scope="module")
def claims(shown: list[Shown]) -> list[tuple[Shown, Claim]]:
    """All claims of headings and leads, with the selection that makes them."""
    found: list[tuple[Shown, Claim]] = []
    for one in shown:
        desk, _, figures = one
        found += [(one, heading_claim(qf)) for qf in figures]
        for section in desk.codebook.sections:
            of_section = [qf for qf in figures if qf.question.section == section.id]
            if of_section:
                found += [(one, claim) for claim in (*finding_claims(of_section), change_claim(of_section))]
    return found


def test_there_are_claims_of_every_kind(claims: list[tuple[Shown, Claim]]) -> None:
    """Otherwise the tests below would hold of nothing."""
    kinds = {claim.kind for _, claim in claims}
    assert set(ClaimKind) - kinds <= {ClaimKind.DIRECTION, ClaimKind.WORDS}
    assert len(claims) > 5_000


def test_no_claim_stands_under_the_floor(claims: list[tuple[Shown, Claim]]) -> None:
    for _, claim in claims:
        if claim.kind not in FEW and claim.change is None:
            assert all(one.base is None or one.base >= SMALL_BASE for one in claim.figures), claim
        if claim.change is not None:
            pair = (claim.change.before, claim.change.now)
            assert all(one is not None and (one.base or 0) >= SMALL_BASE for one in pair), claim


def test_a_change_is_claimed_only_beyond_chance_and_never_where_it_is_contested(
    claims: list[tuple[Shown, Claim]],
) -> None:
    told = [claim.change for _, claim in claims if claim.kind is ClaimKind.CHANGE]
    assert len(told) > 50
    for change in told:
        assert change is not None
        assert change.interval is not None
        assert change.interval.excludes_zero
        assert all("n" not in one.differing for one in (change.before, change.now) if one is not None)


def test_of_a_range_only_a_range_is_claimed(claims: list[tuple[Shown, Claim]]) -> None:
    exact = (ClaimKind.SHARE, ClaimKind.ALL, ClaimKind.NONE, ClaimKind.SIMILAR, ClaimKind.CHANGE)
    for _, claim in claims:
        if claim.kind in exact:
            named = claim.figures if claim.change is None else (claim.change.before, claim.change.now)
            assert all(one is not None and one.exact_n is not None for one in named), claim


def test_every_claim_holds_of_the_answers_themselves(real: Gateway, claims: list[tuple[Shown, Claim]]) -> None:
    """The ministry knows the very numbers: what the public reads must be true of them."""
    truth = {}
    for (desk, selection, _), claim in claims:
        if desk.viewer.sees_all_figures or not claim.figures or claim.figures[0].group != "nederland":
            continue
        if selection.waves not in truth:
            found = real.desk(MINISTRY).figures(Selection())
            truth[selection.waves] = {_key(one): one for one in found}
        for one in claim.figures:
            true = truth[selection.waves].get(_key(one))
            if true is not None and one.population is Population.TOTAL:
                _assert_holds(claim.kind, one, true)


def _assert_holds(kind: ClaimKind, told: Figure, true: Figure) -> None:
    assert true.n is not None
    assert true.base is not None
    if told.n_low is not None and told.n_high is not None:
        assert told.n_low <= true.n <= told.n_high
    if kind is ClaimKind.ALL:
        assert true.n == true.base
    if kind is ClaimKind.NONE:
        assert true.n == 0


def test_what_is_called_the_largest_is_so_clearly(claims: list[tuple[Shown, Claim]]) -> None:
    told = [(one, claim) for one, claim in claims if claim.kind is ClaimKind.LARGEST]
    assert len(told) > 100
    for (_, _, figures), claim in told:
        top = claim.figures[0]
        qf = next(qf for qf in figures if qf.question.id == top.question)
        others = [one for one in qf.now if one.kind is Kind.OPTION and one not in claim.figures and one.n is not None]
        if top.exact_n is not None and top.base:
            most = Fraction(top.exact_n, top.base)
            exact = [Fraction(one.exact_n, one.base) for one in others if one.exact_n is not None and one.base]
            assert all(100 * (most - share) > ABOUT_EQUAL_POINTS for share in exact), claim


def test_signs_stand_behind_what_the_report_prints_and_behind_nothing_else(real: Gateway, shown: list[Shown]) -> None:
    report = real.facts.reference.report
    checked = 0
    for _, selection, figures in shown:
        for qf in figures:
            for one in (*qf.now, *qf.before, *qf.panel_now, *qf.panel_before):
                is_reports = not selection.is_filtered and one.population is not Population.NEW
                printed = _printed_by_hand(one, report) if is_reports and one.group in (None, "nederland") else set()
                assert set(one.printed) == printed, one
                checked += bool(printed)
    assert checked > 1_000


def _printed_by_hand(figure: Figure, report: PrintedReport) -> set[str]:
    """Number by number from the rows of the file, without asking what the report is asked for."""
    found = set()
    for row in report.rows_about(figure):
        if figure.exact_n is not None and row.n == figure.exact_n:
            found.add("n")
        if figure.exact_base is not None and row.base == figure.exact_base:
            found.add("base")
        share = percentage(figure.exact_n, figure.exact_base, decimals=row.decimals) or figure.printed_pct
        if row.pct is not None and row.pct == share:
            found.add("pct")
    return found


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.question, figure.item, figure.option, figure.kind, figure.wave


# ---- each kind by hand


@pytest.mark.parametrize(
    ("n", "base", "kind"),
    [
        (73, 99, ClaimKind.SHARE),
        (99, 99, ClaimKind.ALL),
        (0, 99, ClaimKind.NONE),
        (9, 9, ClaimKind.COUNT),
        (0, 9, ClaimKind.COUNT),
        (10, 10, ClaimKind.ALL),
        (0, 0, ClaimKind.NOTHING),
        (None, None, ClaimKind.NOTHING),
    ],
)
def test_one_figure_carries_what_its_numbers_say(n: int | None, base: int | None, kind: ClaimKind) -> None:
    assert claim_of(figure(LEAD, "yes", n, base), "Heeft een kartrekker").kind is kind


def test_ranges_and_words_are_no_shares() -> None:
    assert claim_of(in_range(figure(LEAD, "yes", 24, 24)), "").kind is ClaimKind.RANGE
    assert claim_of(hidden(figure(LEAD, "yes", 99, 99), COMMON), "").kind is ClaimKind.WORDS


@pytest.mark.parametrize(
    ("second", "kind"), [(34, ClaimKind.SIMILAR), (30, ClaimKind.SIMILAR), (29, ClaimKind.LARGEST)]
)
def test_answers_within_five_points_are_about_equal(second: int, kind: ClaimKind) -> None:
    options = [option.id for option in ROUTES.options]
    counts = dict(zip(options, (35, second, 3), strict=True))
    qf = of_question(ROUTES, tuple(figure(ROUTES, name, n, 100) for name, n in counts.items()))
    assert heading_claim(qf).kind is kind


def test_of_few_answers_no_answer_is_called_the_largest() -> None:
    few = tuple(figure(ROUTES, option.id, 4, 9) for option in ROUTES.options)
    assert heading_claim(of_question(ROUTES, few)).kind is ClaimKind.BASE


def test_a_lead_never_picks_the_largest_of_changes_within_chance() -> None:
    """48 to 41 % and 38 to 32 %: both are within chance."""
    one = of_question(LEAD, (figure(LEAD, "yes", 41, 100),), (figure(LEAD, "yes", 31, 64, wave=2019),))
    other = of_question(
        COALITION,
        (figure(COALITION, "active_or_starting", 31, 98),),
        (figure(COALITION, "active_or_starting", 24, 63, wave=2019),),
    )
    assert change_claim([one, other]).kind is ClaimKind.NO_CHANGE


def test_a_lead_says_nothing_of_changes_of_few() -> None:
    few = of_question(LEAD, (figure(LEAD, "yes", 13, 15),), (figure(LEAD, "yes", 7, 8, wave=2019),))
    assert change_claim([few]).kind is ClaimKind.TOO_FEW


def test_a_contested_count_does_not_lead() -> None:
    qf = of_question(LEAD, (figure(LEAD, "yes", 30, 99),), (figure(LEAD, "yes", 50, 64, wave=2019),))
    assert change_claim([qf]).kind is ClaimKind.CHANGE
    (change,) = qf.changes
    assert change.now is not None
    contested = replace(change, now=replace(change.now, differing=("n",)))
    assert change_claim([replace(qf, changes=(contested,))]).kind is ClaimKind.NOT_COMPARABLE


def test_of_a_group_no_sentence_says_all_none_or_a_percentage_of_a_range(shown: list[Shown]) -> None:
    """In headings, copied sentences and the texts of pictures alike."""
    checked = 0
    for _, _, figures in shown:
        for qf in figures:
            ranged = [one for one in qf.now if is_range(one)]
            texts = [copy_sentence(one, qf.question, "", "") for one in ranged]
            claim = heading_claim(qf)
            if claim.figures and is_range(claim.figures[0]):
                texts.append(heading(qf))
            for text in texts:
                assert not re.search(r"\b(alle|geen|beide|niemand|iedereen)\b \d|\bgeen van|%", text.lower()), text
            checked += len(texts)
    assert checked > 1_000

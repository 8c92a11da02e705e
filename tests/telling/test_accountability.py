"""What the page Verantwoording tells, checked against the files and the figures it is made from."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from explorer.errors import SourceError
from explorer.gateway.door import Gateway
from explorer.inputs.printed import load_printed, load_readings
from explorer.inputs.printed.contradictions import load_contradictions
from explorer.paths import DATA
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC, Viewer
from explorer.survey.figures.figure import SMALL_BASE, percentage
from explorer.survey.figures.participation import ContactStatus
from explorer.survey.geography.changes import MunicipalityChange, load_changes
from explorer.telling.accountability import (
    ANCHORS,
    Definition,
    Evidence,
    ReconciledRow,
    Verdict,
    about,
    assumed_answers,
    assumed_comparisons,
    changes_in_words,
    definitions,
    method,
    printed_share,
    reconcile,
    simulation_steps,
    tally,
)
from explorer.telling.words.numbers import counts_and_share


def reconciled(gateway: Gateway, viewer: Viewer) -> tuple[ReconciledRow, ...]:
    """All rows as this viewer sees them."""
    figures = list(gateway.desk(viewer).figures(Selection()))
    if viewer.sees_all_figures:
        figures += gateway.desk(viewer).figures(Selection(population=Population.PANEL))
    return reconcile(
        load_printed(DATA / "published_figures.csv"),
        load_readings(DATA / "readings.yml"),
        gateway.facts.reference.codebook,
        figures,
        sees_panel=viewer.sees_all_figures,
    )


def row_at(rows: tuple[ReconciledRow, ...], line: int) -> ReconciledRow:
    return next(row for row in rows if row.line == line)


def evidence(gateway: Gateway, viewer: Viewer = MINISTRY) -> Evidence:
    return Evidence(
        codebook=gateway.facts.reference.codebook,
        figures=gateway.desk(viewer).figures(Selection()),
        rates=gateway.desk(viewer).response_rates(Selection(waves=(2020,))),
        rows=load_printed(DATA / "published_figures.csv"),
        wave=2020,
        wave_before=2019,
        statuses=gateway.desk(viewer).municipality_statuses(Selection(waves=(2020,))),
    )


def numbers(text: str) -> list[str]:
    """Every number in a text, in the order of size, with a point for the decimals."""
    return sorted(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", text)))


def test_every_printed_row_is_reconciled_once_in_the_order_of_the_file(real: Gateway) -> None:
    lines = [row.line for row in reconciled(real, MINISTRY)]
    assert lines == list(range(2, 2 + 179))


def test_the_ministry_sees_all_rows_come_out_but_the_contradictions(real: Gateway) -> None:
    counted = tally(reconciled(real, MINISTRY))
    assert counted.by_verdict == {
        Verdict.EQUAL: 156,
        Verdict.CONTRADICTION: 23,
        Verdict.DIFFERS: 0,
        Verdict.NOT_COMPUTABLE: 0,
        Verdict.CLOSED: 0,
    }
    assert counted.sentence.startswith("Van de 179 regels komen er 156 uit. Bij 23 regels spreekt het rapport")


def test_the_public_sees_no_computed_number_of_the_panel(real: Gateway) -> None:
    public, ministry = reconciled(real, PUBLIC), reconciled(real, MINISTRY)
    panel = {row.line for row in load_printed(DATA / "published_figures.csv") if row.population is Population.PANEL}
    # who leads, where hardly anyone does, and ranks among them; new initiatives, and advisers, which nearly all have
    rare = {57, 58, 59, 94, 95, 99, 100, 171}
    assert {row.line for row in public if not row.explorer} == panel | rare
    closed = panel | rare
    assert [row for row in public if row.line not in closed] == [row for row in ministry if row.line not in closed]


def test_the_public_is_told_of_every_contradiction_since_it_stands_in_the_report(real: Gateway) -> None:
    counted = tally(reconciled(real, PUBLIC)).by_verdict
    assert (counted[Verdict.CONTRADICTION], counted[Verdict.CLOSED]) == (23, 31)


def test_a_row_says_what_the_report_says_and_what_we_count(real: Gateway) -> None:
    rows = reconciled(real, MINISTRY)
    week = row_at(rows, 18)
    assert (week.subject, week.report, week.place) == (
        "Week tegen Eenzaamheid · Ja · 2020",
        "86 van 98 · 88\u00a0%",
        "paragraaf\u00a04.3",
    )
    assert (week.explorer, week.verdict, week.why) == ("86 van 98 (87,8\u00a0%).", Verdict.EQUAL, "")


def test_a_comparison_shows_both_sides(real: Gateway) -> None:
    rise = row_at(reconciled(real, MINISTRY), 22)
    assert rise.report == "hoger dan in 2019"
    assert rise.explorer == "86 van 98 (87,8\u00a0%); in 2019 53 van 64 (82,8\u00a0%)."


def test_a_contradiction_gives_its_reading(real: Gateway) -> None:
    rate = row_at(reconciled(real, MINISTRY), 7)
    assert rate.verdict is Verdict.CONTRADICTION
    assert rate.why == ("Het rapport drukt 63\u00a0% af. We houden de aantallen aan: 64 van de 103 is 62,1\u00a0%.")


def test_no_row_shows_an_identifier_of_the_codebook(real: Gateway) -> None:
    for row in reconciled(real, MINISTRY):
        assert not re.search(r"[a-z]_[a-z]", f"{row.subject} {row.report} {row.place} {row.explorer} {row.why}")


def test_a_figure_that_is_not_there_is_called_not_computable(real: Gateway) -> None:
    without = [one for one in real.desk(MINISTRY).figures(Selection()) if one.question != "budget"]
    rows = reconcile(
        load_printed(DATA / "published_figures.csv"),
        load_readings(DATA / "readings.yml"),
        real.facts.reference.codebook,
        without,
        sees_panel=True,
    )
    budget = [row for row in rows if row.subject.startswith("Geld voor de aanpak")]
    assert len(budget) == 6
    assert {row.verdict for row in budget} == {Verdict.NOT_COMPUTABLE}
    assert {row.explorer for row in budget} == {""}


def test_every_contradiction_has_its_dutch_words() -> None:
    with (DATA / "contradictions.csv").open(encoding="utf-8", newline="") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    assert len(ids) == 26
    assert [one.id for one in load_contradictions(DATA)] == ids


def test_the_numbers_of_a_contradiction_are_those_of_the_file() -> None:
    with (DATA / "contradictions.csv").open(encoding="utf-8", newline="") as file:
        english = {row["id"]: row for row in csv.DictReader(file)}
    for one in load_contradictions(DATA):
        for field in ("first", "second", "reading"):
            dutch = getattr(one, field)
            assert numbers(dutch) == numbers(english[one.id][field]), f"{one.id}, {field}: {dutch}"


def test_a_contradiction_without_dutch_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "contradictions.csv").write_text("id,topic,first,second,reading\ncontacted,a,1,2,2\nnieuw,b,3,4,4\n")
    (tmp_path / "contradictions_nl.yml").write_text("- {id: contacted, topic: a, first: b, second: c, reading: d}\n")
    with pytest.raises(SourceError, match="nieuw"):
        load_contradictions(tmp_path)


def test_a_contradiction_whose_words_lack_a_side_is_refused(tmp_path: Path) -> None:
    (tmp_path / "contradictions.csv").write_text("id,topic,first,second,reading\ncontacted,a,1,2,2\n")
    (tmp_path / "contradictions_nl.yml").write_text("- {id: contacted, topic: a, first: b, reading: d}\n")
    with pytest.raises(SourceError, match="second"):
        load_contradictions(tmp_path)


@pytest.fixture(params=[MINISTRY, PUBLIC], ids=["ministry", "public"])
def told(real: Gateway, request: pytest.FixtureRequest) -> tuple[Definition, ...]:
    return definitions(evidence(real, request.param))


def test_every_word_has_an_example_for_every_viewer_but_what_national_figures_do_not_have(
    told: tuple[Definition, ...],
) -> None:
    assert [one.term for one in told if one.example is None] == ["Bereik", "Toeval"]
    assert [one.term for one in told] == [
        "Basis",
        "Landelijk",
        "Namens een andere gemeente",
        "Samen",
        "Deden beide jaren mee",
        "Nieuw",
        "Percentages bij meer antwoorden",
        "Afgeronde percentages",
        "De tekens ● en ≠",
        "Kleine basis",
        "Bereik",
        "Toeval",
        "Fase",
        "Gelijk gebleven vraag",
    ]


def test_every_word_has_an_anchor_of_its_own_to_which_a_page_can_link(told: tuple[Definition, ...]) -> None:
    assert {one.term.lower(): one.id for one in told} == dict(ANCHORS)
    assert len(set(ANCHORS.values())) == len(ANCHORS)
    linked = [ANCHORS[term] for term in ("basis", "samen", "deden beide jaren mee", "landelijk", "bereik", "toeval")]
    assert linked == ["basis", "samen", "beide-jaren", "landelijk", "bereik", "toeval"]


def meaning_of(told: tuple[Definition, ...], id: str) -> str:
    return next(one.meaning for one in told if one.id == id)


def test_the_mark_stands_behind_each_number_that_the_report_prints(told: tuple[Definition, ...]) -> None:
    meaning = meaning_of(told, "tekens")
    assert (
        "● staat achter elk getal dat het rapport van 2020 noemt: een aantal, een percentage of een basis." in meaning
    )
    assert "Achter een ander getal staat het niet. Noemt het rapport een ander getal, dan staat er ≠." in meaning
    assert "‘driekwart’, dan krijgt een getal geen ●" in meaning


def test_chance_is_told_with_its_level_and_its_limit(told: tuple[Definition, ...]) -> None:
    meaning = meaning_of(told, "toeval")
    assert "95\u00a0%-interval van het verschil de nul niet bevat" in meaning
    assert "alleen over toeval, niet over welke gemeenten kozen om mee te doen" in meaning
    assert meaning.count(". ") == 1


def test_whole_percentages_that_do_not_add_up_are_all_named(real: Gateway) -> None:
    examples = {one.id: one.example or "" for one in definitions(evidence(real))}["afgerond"]
    for sum_of in (
        "‘Lokale coalitie’ in 2020: 34 + 39 + 26 = 99",
        "‘Cursusmateriaal’ in 2020:",
        "‘Toolkit Over de drempel (eerder: huisbezoeken)’ in 2020:",
        "‘Huisbezoeken’ in 2019:",
        "‘Ouderen denken mee over activiteiten’ in 2019:",
    ):
        assert sum_of in examples
    assert (examples.count("= 101"), examples.count("= 100")) == (4, 0)


def test_who_took_part_through_another_is_on_the_map_and_no_respondent(real: Gateway) -> None:
    statuses = Counter(one.status for one in evidence(real).statuses)
    assert (statuses[ContactStatus.RESPONDED], statuses[ContactStatus.REPRESENTED]) == (100, 8)
    told = {one.id: one for one in definitions(evidence(real))}["namens"]
    assert told.example == (
        "Op de kaart van 2020 staan 108 gemeenten als ‘deed mee’. Daarvan antwoordden er 100 zelf. Voor 8 antwoordde "
        "een andere gemeente."
    )
    assert "telt in de provincie van de eigen gemeente; elke aangesloten gemeente telt in haar eigen" in told.meaning


def test_no_number_in_a_definition_is_anything_but_a_figure(told: tuple[Definition, ...], real: Gateway) -> None:
    known = {str(SMALL_BASE), "2019", "2020", "95", "99", "101"}  # the level of an interval, and sums of percentages
    known |= {"108", "8"}  # on the map; see the test of who took part through another
    selections = (Selection(), Selection(population=Population.PANEL))
    for figure in (one for selection in selections for one in real.desk(MINISTRY).figures(selection)):
        known |= {str(figure.n), str(figure.base), str(percentage(figure.n, figure.base, decimals=0))}
    known |= {str(rate.responded) for rate in real.desk(PUBLIC).response_rates(Selection(waves=(2020,)))}
    for one in told:
        assert set(numbers(f"{one.term} {one.meaning} {one.example}")) <= known, one.term


def test_the_examples_can_be_worked_out(real: Gateway) -> None:
    by_id = {one.id: one.example or "" for one in definitions(evidence(real))}
    assert "In 2020 deden 100 gemeenten mee." in by_id["basis"]
    assert "kreeg 99 keer antwoord" in by_id["basis"]
    assert "(34\u00a0●)" in by_id["samen"]
    assert "73\u00a0● van de 99\u00a0● (74\u00a0%\u00a0●)" in by_id["samen"]
    assert "in 2019 voor 30\u00a0● van hen, in 2020 voor 36\u00a0●" in by_id["beide-jaren"]


def test_the_panel_example_is_that_of_the_gateway(real: Gateway) -> None:
    panel = Selection(questions=("coalition_lead",), population=Population.PANEL)
    assert [one.n for one in real.desk(MINISTRY).figures(panel) if one.option == "yes"] == [30, 36]


def test_a_word_without_figures_has_no_example(real: Gateway) -> None:
    nothing = Evidence(real.facts.reference.codebook, (), (), (), 2020, 2019)
    assert {one.example for one in definitions(nothing)} == {None}


def test_the_benchmark_and_its_method_are_told_from_the_data(real: Gateway) -> None:
    told = " ".join(about(real.facts.waves, real.facts.reference.codebook))
    assert "Gepland waren drie metingen: 2019, 2020 en 2021." in told
    assert "2019 (vragenlijst in december 2019 – januari 2020)" in told
    assert "De 27 vragen horen bij 2 actielijnen, 5 pijlers en 2 thema’s." in told
    reference, figures = real.facts.reference, real.desk(PUBLIC).figures(Selection())
    steps = " ".join(method(reference.codebook, figures, 2020, 2019))
    assert "In 2020 antwoordden 100\u00a0● van de 182\u00a0● (55\u00a0%\u00a0●)." in steps
    same = sum(question.is_comparable(2020) for question in real.facts.reference.codebook.questions)
    assert f"Van de 27 vragen van 2020 bleven er {same} gelijk aan die van 2019." in steps


def test_the_share_of_printed_figures_is_counted(real: Gateway) -> None:
    figures = real.desk(PUBLIC).figures(Selection())
    printed = Counter(figure.origin.value for figure in figures)["printed"]
    assert f"{sum(figure.n is not None for figure in figures)} landelijke cijfers" in printed_share(figures)
    assert f"Bij {printed} daarvan staat het aantal of het percentage in het rapport." in printed_share(figures)


def test_all_answers_that_the_codebook_assumes_are_named(real: Gateway) -> None:
    named = {(one.question, answer) for one in assumed_answers(real.facts.reference.codebook) for answer in one.answers}
    assert ("Materiaal in de week", "Eigen materiaal") in named
    assert ("Uitdagingen", "Eenzaamheid opmerken") in named
    assumed = sum(option.assumed for question in real.facts.reference.codebook.questions for option in question.options)
    assert len(named) == assumed
    assert "Goede voorbeelden" in assumed_comparisons(real.facts.reference.codebook)


def test_every_municipality_that_ended_is_told_of() -> None:
    changes = load_changes(DATA / "geo" / "changes.csv")
    told = " ".join(sentence for _, sentence in changes_in_words(changes))
    assert "Appingedam, Delfzijl en Loppersum gingen op in Eemsdelta." in told
    assert "Haaren werd verdeeld over Boxtel, Oisterwijk, Tilburg en Vught." in told
    assert "Weesp ging op in Amsterdam." in told
    assert all(change.old in told and change.new in told for change in changes)


def test_changes_of_different_days_stand_apart() -> None:
    first, second = date(2021, 1, 1), date(2022, 1, 1)
    told = changes_in_words(
        [
            MunicipalityChange(first, "GM1", "A", "GM3", "C", "merged"),
            MunicipalityChange(second, "GM2", "B", "GM3", "C", "merged"),
        ]
    )
    assert told == ((first, "A ging op in C."), (second, "B ging op in C."))


def test_a_damaged_list_of_changes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "changes.csv"
    path.write_text("date,old_name,new_name,kind\ngisteren,A,B,merged\n")
    with pytest.raises(SourceError, match=r"changes\.csv"):
        load_changes(path)
    with pytest.raises(SourceError, match="ontbreekt"):
        load_changes(tmp_path / "nergens.csv")


def test_what_is_told_says_we_and_quotes_with_curly_marks(real: Gateway, told: tuple[Definition, ...]) -> None:
    codebook = real.facts.reference.codebook
    sentences = [f"{one.term} {one.meaning} {one.example}" for one in told]
    sentences += [f"{one.topic} {one.first} {one.second} {one.reading}" for one in load_contradictions(DATA)]
    sentences += [f"{row.subject} {row.report} {row.explorer} {row.why}" for row in reconciled(real, MINISTRY)]
    sentences += [*about(real.facts.waves, codebook), *simulation_steps()]
    sentences += method(codebook, real.desk(PUBLIC).figures(Selection()), 2020, 2019)
    assert [one for one in sentences if re.search(r"\b[Ww]ij\b|\"|(?<!\w)'", one)] == []
    assert [one for one in sentences if re.search(r"dezelfde gemeenten|heel Nederland|van wie", one)] == []


def test_a_cross_is_named_by_its_label(real: Gateway) -> None:
    subjects = {row.subject for row in reconciled(real, MINISTRY)}
    assert (
        "Rollen in het netwerk · Gemeente · Ook kartrekker (van partijen die actief bijdragen of acties starten) · 2020"
    ) in subjects


def test_a_number_carries_the_mark_of_its_own(real: Gateway) -> None:
    figures = real.desk(MINISTRY).figures(Selection())

    def share(question: str, option: str, wave: int) -> str:
        found = (one for one in figures if (one.question, one.option, one.wave) == (question, option, wave))
        return counts_and_share(next(found)).replace("\u00a0", " ")

    assert share("week_participation", "yes", 2019) == "53 ● van de 64 (83 % ≠)"
    assert share("coalition", "none", 2020) == "26 ● van de 99 ● (26 % ≠)"
    assert share("monitoring_use", "fully_or_partly", 2020).startswith("82 ● van de 98 ≠")
    assert share("covid_effect", "new_initiatives", 2020) == "98 ≠ van de 100 (98 %)"
    assert share("support_routes", "several_points", 2020) == "71 van de 98 (72 %)"

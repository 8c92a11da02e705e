"""A codebook that contradicts itself is refused, with the entry and the line on which it stands."""

from pathlib import Path

import pytest

from explorer.errors import CodebookError
from explorer.survey.codebook.model import Comparability, QuestionType
from explorer.survey.codebook.source import CODEBOOK, load_codebook

SOURCE = CODEBOOK.read_text(encoding="utf-8")


def refusal(folder: Path, old: str, new: str, *, after: str = "") -> str:
    """What is said of a copy of the codebook in which ``old`` (the first one past ``after``) became ``new``."""
    head, found, tail = SOURCE.partition(after) if after else ("", "", SOURCE)
    assert old in tail
    path = folder / "codebook.yaml"
    path.write_text(head + found + tail.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError) as refused:
        load_codebook(path)
    return str(refused.value)


def line_of(text: str, *, after: str = "") -> int:
    """The line on which ``text`` (the first one past ``after``) stands in the codebook."""
    start = SOURCE.index(after)
    return SOURCE.count("\n", 0, SOURCE.index(text, start)) + 1


def test_the_codebook_of_the_project_is_right() -> None:
    codebook = load_codebook()
    assert len(codebook.sections) == 9
    assert len(codebook.questions) == 27
    assert codebook.waves == (2019, 2020)


def test_a_question_can_have_another_type_in_an_earlier_wave() -> None:
    commitment = load_codebook().question("administrative_commitment")
    assert commitment.type_in(2019) is QuestionType.MULTIPLE
    assert commitment.type_in(2020) is QuestionType.SINGLE


def test_a_question_is_comparable_only_where_it_was_asked_identically() -> None:
    codebook = load_codebook()
    assert codebook.question("coalition").is_comparable(2020)
    assert not codebook.question("coalition").is_comparable(2019)
    assert not codebook.question("budget").is_comparable(2020)
    assert codebook.question("budget").use_in(2019) is None


def test_an_unknown_option_in_a_net_is_named(tmp_path: Path) -> None:
    message = refusal(tmp_path, "[active, starting]", "[active, begun]")
    line = line_of("nets: {active_or_starting")
    assert message == (
        f"Codeboek, regel {line}: optelling 'active_or_starting' van vraag 'coalition' "
        "telt de onbekende optie 'begun' mee."
    )


def test_an_exclusive_option_of_a_question_with_one_answer_is_named(tmp_path: Path) -> None:
    message = refusal(tmp_path, "{id: none, label: Nog niet, phase: 0}", "{id: none, label: Nog niet, exclusive: true}")
    assert message.startswith(
        f"Codeboek, regel {line_of('label: Nog niet, phase: 0}', after='id: coalition')}: "
        "optie 'none' van vraag 'coalition' heet exclusief"
    )


def test_an_exclusive_option_that_a_net_adds_to_others_is_named(tmp_path: Path) -> None:
    message = refusal(tmp_path, "[other_municipality, zonmw_research, other_way]", "[other_municipality, none]")
    line = line_of("nets: {any: {options: [other_municipality")
    assert message.startswith(f"Codeboek, regel {line}: optelling 'any' van vraag 'best_practices' telt 'none' mee")


def test_a_doubled_question_names_both_lines(tmp_path: Path) -> None:
    message = refusal(tmp_path, "- id: coalition_lead", "- id: coalition")
    first, second = line_of("- id: coalition\n"), line_of("- id: coalition_lead")
    assert message.startswith(f"Codeboek, regel {second}: vraag 'coalition' staat ook op regel {first};")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("{id: starting,", "{id: active,", "optie van vraag 'coalition': 'active' staat ook op regel"),
        ("{id: guide,", "{id: advisers,", "onderwerp van vraag 'tools': 'advisers' staat ook op regel"),
        ("{id: pillar_2,", "{id: pillar_1,", "onderdeel 'pillar_1' staat ook op regel"),
        ("slug: sterk-netwerk", "slug: signaleren", "onderdeel 'signaleren' staat ook op regel"),
        ("{id: pillar_3, slug: betrokkenheid", "{id: 'Pillar 3', slug: betrokkenheid", "heeft een onbruikbaar id"),
        ("{id: guide,", "{id: comment,", "'comment' heet als de kolom van een open antwoord; kies een ander id"),
        ("label: Start acties", "label: ''", "heeft geen tekst in 'label'; vul die in"),
        ("{id: initiator, label: Start acties,", "{id: initiator,", "'initiator' mist het veld 'label'"),
        ("label: Heeft een lokale coalitie}}", "label: ~}}", "'active_or_starting' heeft geen tekst in 'label'"),
        ("short: Signaleren}", "short: '  '}", "onderdeel 'action_line_1' heeft geen tekst in 'short'"),
        ("{id: 2, label: In opbouw}", "{id: 2, label: ''}", "fase '2' heeft geen tekst in 'label'"),
        ("{id: starting, label: 'Ja, nog in opbouw', phase: 2}", "{id: starting, label: Ja, phase: 4}", "heeft fase 4"),
        ("headline: {net: active_or_starting", "headline: {net: most", "kopcijfer van vraag 'coalition'"),
        ("net: any_visit}\n", "net: any}\n", "voorwaarde van vraag 'visit_executors'"),
        ("- {option: lead", "- {option: boss", "kruising van vraag 'party_roles'"),
    ],
)
def test_the_line_is_that_of_the_entry(tmp_path: Path, old: str, new: str, what: str) -> None:
    message = refusal(tmp_path, old, new)
    assert message.startswith(f"Codeboek, regel {line_of(old)}: ")
    assert what in message


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("    text: Is er een lokale coalitie tegen eenzaamheid?\n", "", "mist het veld 'text'"),
        ("text: Is er een lokale coalitie tegen eenzaamheid?", "text: ''", "heeft geen tekst in 'text'"),
        ("    short: Lokale coalitie\n", "", "mist het veld 'short'"),
        ("section: pillar_2", "section: pillar_9", "hoort bij het onbekende onderdeel 'pillar_9'"),
        ("type: single", "type: one", "heeft het onbekende type 'one'"),
        ("type: single", "type: matrix_single", "heeft items nodig als matrix"),
        ("2019: first, 2020: identical", "2019: new, 2020: identical", "dat moet 'first' zijn"),
        ("2019: first, 2020: identical", "2019: identical, 2020: identical", "dat moet 'first' zijn"),
        ("2019: first, 2020: identical", "2019: first, 2020: first", "is 'first' in 2020"),
        ("2019: first, 2020: identical", "2020: identical", "werd in 2019 niet gesteld"),
        ("2019: first, 2020: identical", "2019: first, 2020: same", "onbekende vergelijking 'same'"),
        ("2019: first, 2020: identical", "2019: first, 2020: ", "onbekende vergelijking 'None'"),
        ("2019: first", "2019: {compare: first, type: several}", "bij meting 2019 het onbekende type 'several'"),
        (
            "2020: identical}",
            "2020: dropped, 2021: identical}",
            "is 'identical' in 2021, maar werd in 2020 niet gesteld",
        ),
    ],
)
def test_a_fault_of_a_question_names_it_and_its_line(tmp_path: Path, old: str, new: str, why: str) -> None:
    message = refusal(tmp_path, old, new, after="id: coalition\n")
    assert message.startswith(f"Codeboek, regel {line_of('- id: coalition' + chr(10))}: vraag 'coalition' ")
    assert why in message


def test_an_unquoted_yes_is_no_option(tmp_path: Path) -> None:
    """YAML reads it as true, and an option of that name would match no answer."""
    message = refusal(
        tmp_path, "{id: 'yes', label: Ja, phase: 3}", "{id: yes, label: Ja, phase: 3}", after="coalition_lead"
    )
    line = line_of("{id: 'yes', label: Ja", after="coalition_lead")
    assert message.startswith(f"Codeboek, regel {line}: ")
    assert "heeft in 'id' geen tekst maar True" in message


def test_a_field_that_stands_twice_is_not_overwritten_in_silence(tmp_path: Path) -> None:
    message = refusal(tmp_path, "    short: Lokale coalitie\n", "    short: Lokale coalitie\n    short: Coalitie\n")
    assert message.startswith(f"Codeboek, regel {line_of('- id: coalition' + chr(10))}: veld 'short' staat dubbel")


def test_a_file_that_is_no_codebook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yaml"
    with pytest.raises(CodebookError, match=r"Het codeboek ontbreekt"):
        load_codebook(path)
    path.write_text("phases: []\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"^Codeboek, regel 1: het bestand mist phases, sections of questions"):
        load_codebook(path)


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yaml"
    path.write_text("phases: [\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="geen geldige YAML"):
        load_codebook(path)
    path.write_bytes(SOURCE.encode("latin-1", errors="replace"))
    with pytest.raises(CodebookError, match="geen UTF-8"):
        load_codebook(path)


def test_a_codebook_that_changed_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yaml"
    path.write_text(SOURCE, encoding="utf-8")
    assert load_codebook(path).question("coalition").short == "Lokale coalitie"
    path.write_text(SOURCE.replace("short: Lokale coalitie", "short: Coalitie"), encoding="utf-8")
    assert load_codebook(path).question("coalition").short == "Coalitie"


def test_every_question_of_the_first_wave_was_asked_for_the_first_time() -> None:
    uses = [use for question in load_codebook().questions if (use := question.use_in(2019))]
    assert {use.compare for use in uses} == {Comparability.FIRST}


def test_a_matrix_says_its_answers_of_an_item_within_a_sentence() -> None:
    codebook = load_codebook()
    tools, roles = codebook.question("tools"), codebook.question("party_roles")
    assert (tools.items[0].phrase, tools.items[0].is_plural) == ("de adviseurs", True)
    assert (roles.items[-1].phrase, roles.items[-1].is_plural) == ("de financiële sector", False)
    assert tools.statement_of("used") == "kent en gebruikt {item}"
    assert tools.statement_of("unknown_or_unused") == "gebruikt {item} niet"
    assert roles.statement_of("no_active_role") == "doet {item} niet mee"
    assert codebook.question("coalition").statement_of("active") is None


def test_every_answer_of_a_matrix_has_a_statement_and_every_cross_a_label() -> None:
    questions = load_codebook().questions
    matrices = [question for question in questions if question.items]
    for question in matrices:
        ids = [*(option.id for option in question.options), *(net.id for net in question.nets)]
        assert [id for id in ids if not question.statement_of(id)] == []
    assert len(matrices) == 2
    labels = [cross.label for question in questions for cross in question.crosses]
    assert labels[1] == "Alle groepen (van de gemeenten die ouderen bij beleid betrekken)"
    assert all(labels)


def test_what_stands_above_a_page_has_no_number_for_a_theme() -> None:
    codebook = load_codebook()
    kickers = [codebook.section(id).kicker for id in ("action_line_1", "pillar_2", "covid", "needs")]
    assert kickers == ["Actielijn 1", "Pijler 2", "Thema", "Thema"]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("'kent {item} niet'", "'kent het niet'", "moet in 'statement' precies één keer {item} hebben"),
        ("'kent {item} niet'", "'kent {item} {item}'", "moet in 'statement' precies één keer {item} hebben"),
        ("'kent {item} niet'", "'kent {item} {niet}'", "moet in 'statement' precies één keer {item} hebben"),
        ("'kent {item} niet'", "''", "heeft geen tekst in 'statement'"),
        ("'gebruikt {item} niet'", "'gebruikt niet'", "moet in 'statement' precies één keer {item} hebben"),
        ("label: Handreiking, phrase: de handreiking", "label: Handreiking", "'guide' mist het veld 'phrase'"),
        ("phrase: de handreiking", "phrase: ''", "heeft geen tekst in 'phrase'"),
        ("plural: true}", "plural: veel}", "'advisers' van vraag 'tools' heeft in 'plural' geen true of false"),
        ("label: Alle groepen (van", "label: ''}\n      - {option: parts, within: any, label: (van", "geen tekst in"),
        ("{id: starting,", "{id: starting, statement: '{item}',", "dat kan alleen bij een matrix"),
    ],
)
def test_a_fault_in_what_a_sentence_needs_names_its_line(tmp_path: Path, old: str, new: str, why: str) -> None:
    message = refusal(tmp_path, old, new)
    assert message.startswith(f"Codeboek, regel {line_of(old)}: ")
    assert why in message


def test_labels_read_well_within_a_sentence() -> None:
    """In lower case after other words: no bracket first, and no name whose capital is the first letter."""
    labels = {option.label for question in load_codebook().questions for option in question.options}
    assert "Via de huisarts (Welzijn op Recept)" in labels
    assert [label for label in labels if not label[0].isalpha()] == []
    assert [label for label in labels if label.startswith(("Er ", "Het ", "De ", "Welzijn"))] == [
        "De doelgroep zelf betrekken"
    ]

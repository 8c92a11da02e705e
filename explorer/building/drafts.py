"""Writes the SQL that follows from the codebook: the response table, a view per section, the long list of answers.

The files are committed, so that they can be read and searched; a test fails when they no longer agree.
"""

from pathlib import Path

from explorer.paths import QUERIES
from explorer.survey.codebook.columns import answer_columns
from explorer.survey.codebook.model import Codebook, Question, QuestionType, Section

HEADER = "-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.\n"
IDENTITY_COMMENTS = {
    "wave": "Meting: het jaar waarin de vragenlijst begon.",
    "response_id": "Nummer van de respondent, uniek binnen de meting.",
    "municipality_code": "Gemeentecode (CBS) van de eerst genoemde gemeente.",
    "municipality": "Naam van de eerst genoemde gemeente.",
}


def draft_views(codebook: Codebook, folder: Path = QUERIES) -> tuple[Path, ...]:
    """Write every drafted file and return their paths."""
    written = []
    for name, sql in drafts(codebook).items():
        path = folder / name
        path.write_text(sql, encoding="utf-8")
        written.append(path)
    return tuple(written)


def drafts(codebook: Codebook) -> dict[str, str]:
    """File name → SQL of every file that follows from the codebook."""
    sections = {f"20_{section.id}.sql": section_view(codebook, section) for section in codebook.sections}
    return {"13_response.sql": response_table(codebook), **sections, "30_answer.sql": answer_table(codebook)}


def response_table(codebook: Codebook) -> str:
    """The table of all answers: one row per respondent, one column per answer."""
    columns = [
        ("wave", "integer not null references wave (wave)"),
        ("response_id", "integer not null"),
        ("submitted_on", "date not null"),
        ("municipality_code", "varchar not null references municipality (code)"),
        ("also_answered_for", "varchar[] not null"),
    ]
    for question in codebook.questions:
        columns += [(_quoted(name), used) for name, used in answer_columns(question)]
    body = ",\n".join(f"    {name} {used}" for name, used in columns)
    comments = {
        "wave": IDENTITY_COMMENTS["wave"],
        "response_id": IDENTITY_COMMENTS["response_id"],
        "submitted_on": "Datum waarop de vragenlijst werd ingestuurd.",
        "municipality_code": IDENTITY_COMMENTS["municipality_code"],
        "also_answered_for": "Codes van de andere gemeenten waarvoor de respondent ook antwoordde.",
    }
    for question in codebook.questions:
        comments |= {name: question.text for name, _ in answer_columns(question)}
    return (
        f"{HEADER}-- One row per respondent and wave: the answers as they came in, a column per answer.\n"
        "-- Null is not answered; in a multiple response false is an answer.\n"
        f"create table response (\n{body},\n"
        "    primary key (wave, response_id),\n    unique (wave, municipality_code)\n);\n\n"
        + "".join(_comment("response", _quoted(name), text) for name, text in comments.items())
    )


def section_view(codebook: Codebook, section: Section) -> str:
    """The view of one section: one row per respondent, one typed column per question."""
    questions = codebook.questions_of(section.id)
    columns = ",\n".join(_view_column(question) for question in questions)
    comments = "".join(_comment(section.id, name, text) for name, text in IDENTITY_COMMENTS.items())
    comments += "".join(_comment(section.id, question.id, _column_text(question)) for question in questions)
    return (
        f"{HEADER}-- {section.kicker}: {section.label}.\n"
        "-- One row per respondent and wave; a column per question. Null is not answered or not asked.\n"
        f"create view {section.id} as\n"
        "with responses as (\n    select * from response\n),\n\n"
        "municipalities as (\n    select * from municipality\n)\n\n"
        "select\n    responses.wave,\n    responses.response_id,\n    responses.municipality_code,\n"
        f"    municipalities.name as municipality,\n{columns}\n"
        "from responses\ninner join municipalities on responses.municipality_code = municipalities.code;\n\n"
        f"{comments}"
    )


def _column_text(question: Question) -> str:
    """The question as asked, and how its column must be read."""
    forms = {
        QuestionType.SINGLE: "één antwoord",
        QuestionType.MULTIPLE: "lijst van gekozen antwoorden",
        QuestionType.MATRIX_SINGLE: "per onderwerp één antwoord",
        QuestionType.MATRIX_MULTIPLE: "per onderwerp een lijst van gekozen antwoorden",
    }
    return f"{question.text} ({forms[_widest_type(question)]})"


def _widest_type(question: Question) -> QuestionType:
    """A question that was multiple in any wave is a list in all of them, so that the column has one type."""
    types = [question.type_in(use.wave) for use in question.waves]
    return next((used for used in types if used.allows_several), question.type)


def _view_column(question: Question) -> str:
    name = question.id
    match _widest_type(question):
        case QuestionType.SINGLE:
            return f"    responses.{name}"
        case QuestionType.MATRIX_SINGLE:
            fields = ",\n".join(
                f"        {item.id} := responses.{_quoted(f'{name}[{item.id}]')}" for item in question.items
            )
            return f"    struct_pack(\n{fields}\n    ) as {name}"
        case QuestionType.MULTIPLE:
            single = ""
            if any(question.type_in(use.wave) is QuestionType.SINGLE for use in question.waves):
                single = f"        when responses.{name} is not null then [responses.{name}]\n"
            return f"    case\n{single}{_chosen(question, name, indent=8)}\n    end as {name}"
        case QuestionType.MATRIX_MULTIPLE:
            fields = ",\n".join(
                f"        {item.id} := case\n{_chosen(question, f'{name}[{item.id}]', indent=12)}\n        end"
                for item in question.items
            )
            return f"    struct_pack(\n{fields}\n    ) as {name}"


def _chosen(question: Question, prefix: str, *, indent: int) -> str:
    """The ``when`` branch that turns ticks into the list of chosen option ids."""
    pad = " " * indent
    ids = f",\n{pad}        ".join(f"'{option.id}'" for option in question.options)
    ticks = f",\n{pad}        ".join(f"responses.{_quoted(f'{prefix}[{option.id}]')}" for option in question.options)
    first = _quoted(f"{prefix}[{question.options[0].id}]")
    return (
        f"{pad}when responses.{first} is not null then list_where(\n"
        f"{pad}    [\n{pad}        {ids}\n{pad}    ],\n{pad}    [\n{pad}        {ticks}\n{pad}    ]\n{pad})"
    )


def answer_table(codebook: Codebook) -> str:
    """All answers under each other, made from the section views."""
    branches = "\n\nunion all by name\n\n".join(
        _answer_branch(question, item)
        for question in codebook.questions
        for item in (tuple(item.id for item in question.items) or (None,))
    )
    texts = {
        "wave": IDENTITY_COMMENTS["wave"],
        "response_id": IDENTITY_COMMENTS["response_id"],
        "question": "Vraag (codeboek).",
        "item": "Onderwerp van een matrixvraag; leeg bij een andere vraag.",
        "chosen": "Gekozen antwoorden; een lege lijst is ook een antwoord.",
    }
    return (
        f"{HEADER}-- One row per respondent, wave, question and item that was answered.\n"
        "-- A table: the page of a municipality asks it on every run, and planning this many branches takes 90 ms.\n"
        f"create table answer as\n{branches};\n\n"
        + "".join(_comment("answer", name, text) for name, text in texts.items())
    )


def _answer_branch(question: Question, item: str | None) -> str:
    value = question.id if item is None else f"{question.id}.{item}"
    options = value if _widest_type(question).allows_several else f"[{value}]"
    literal = "cast(null as varchar)" if item is None else f"'{item}'"
    return (
        f"select\n    wave,\n    response_id,\n    '{question.id}' as question,\n    {literal} as item,\n"
        f"    {options} as chosen\nfrom {question.section}\nwhere {value} is not null"
    )


def _comment(relation: str, column: str, text: str) -> str:
    escaped = text.replace("'", "''")
    return f"comment on column {relation}.{column}\nis '{escaped}';\n"


def _quoted(name: str) -> str:
    return f'"{name}"' if "[" in name else name

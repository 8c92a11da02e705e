"""What must hold in a codebook. Works on the parsed YAML, so that an error can name the line."""

import re
from collections.abc import Iterable
from typing import Any, NoReturn

from explorer.errors import CodebookError
from explorer.survey.codebook.model import Comparability, QuestionType

ID = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = "comment"
"""``question[comment]`` is the open answer to a question, so no option or item can be called so."""
SECTION_FIELDS = ("id", "slug", "kind", "number", "label", "short")
TEXTS = ("id", "slug", "kind", "label", "short", "section", "type", "text", "phrase", "statement")
QUESTION_FIELDS = ("id", "section", "type", "text", "short", "options", "waves")
PHASES = (0, 1, 2, 3)
ITEM = "{item}"
"""Where the phrase of an item comes in a statement."""


class Entry(dict[Any, Any]):
    """A mapping of the YAML file that remembers the line on which it starts."""

    def __init__(self, values: dict[Any, Any], line: int) -> None:
        super().__init__(values)
        self.line = line


def complain(line: int, what: str, why: str) -> NoReturn:
    """Raise the one form of error: which entry, on which line, what is wrong and how to mend it."""
    raise CodebookError(f"Codeboek, regel {line}: {what} {why}.")


def check_codebook(tree: object) -> None:
    """Raise CodebookError at the first entry that is wrong."""
    if not isinstance(tree, Entry) or not {"phases", "sections", "questions"} <= tree.keys():
        complain(1, "het bestand", "mist phases, sections of questions; vul ze aan")
    for phase in tree["phases"]:
        _check_texts(phase, "fase", ("label",))
    for section in tree["sections"]:
        _check_texts(section, "onderdeel", SECTION_FIELDS)
    _check_unique(tree["sections"], "onderdeel")
    _check_unique(tree["sections"], "onderdeel", field="slug")
    sections = {section["id"] for section in tree["sections"]}
    for question in tree["questions"]:
        _check_question(question, sections)
    _check_unique(tree["questions"], "vraag")
    _check_first_wave(tree["questions"])
    _check_routing(tree["questions"])


def _check_texts(entry: Entry, kind: str, fields: Iterable[str]) -> None:
    """Every field is there, and no text is empty (numbers and lists are only required to exist).

    An id is a word that SQL, addresses and column names take as it is. YAML reads an unquoted yes or no as true or
    false, which is no word.
    """
    for field in fields:
        if field not in entry:
            complain(entry.line, f"{kind} '{entry.get('id', '?')}'", f"mist het veld '{field}'; vul het in")
        value = entry[field]
        if value is None or (isinstance(value, str) and not value.strip()):
            complain(entry.line, f"{kind} '{entry.get('id', '?')}'", f"heeft geen tekst in '{field}'; vul die in")
        if field in TEXTS and not isinstance(value, str):
            complain(entry.line, f"{kind} '{entry.get('id', '?')}'", f"heeft in '{field}' geen tekst maar {value}")
    if "id" in fields and entry["id"] == RESERVED:
        complain(entry.line, f"{kind} '{RESERVED}'", "heet als de kolom van een open antwoord; kies een ander id")
    if "id" in fields and not ID.fullmatch(entry["id"]):
        complain(
            entry.line, f"{kind} '{entry['id']}'", "heeft een onbruikbaar id; gebruik kleine letters, cijfers en _"
        )


def _check_unique(entries: Iterable[Entry], kind: str, *, field: str = "id") -> None:
    seen: dict[Any, int] = {}
    for entry in entries:
        value = entry[field]
        if value in seen:
            complain(
                entry.line,
                f"{kind} '{value}'",
                f"staat ook op regel {seen[value]}; geef een van beide een ander {field}",
            )
        seen[value] = entry.line


def _check_question(question: Entry, sections: set[str]) -> None:
    _check_texts(question, "vraag", QUESTION_FIELDS)
    what = f"vraag '{question['id']}'"
    if question["section"] not in sections:
        complain(question.line, what, f"hoort bij het onbekende onderdeel '{question['section']}'")
    if question["type"] not in set(QuestionType):
        complain(
            question.line, what, f"heeft het onbekende type '{question['type']}'; kies uit {', '.join(QuestionType)}"
        )
    if QuestionType(question["type"]).is_matrix != ("items" in question):
        complain(question.line, what, "heeft items nodig als matrix, en anders juist niet")
    _check_waves(question, what)
    _check_options(question, what)
    _check_nets(question, what)
    _check_statements(question, what)
    _check_headline(question, what)


def _check_options(question: Entry, what: str) -> None:
    several = _allows_several(question)
    for entry in (*question["options"], *question.get("items", ())):
        _check_texts(entry, f"optie of onderwerp bij {what},", ("id", "label"))
    for option in question["options"]:
        if option.get("exclusive") and not several:
            complain(
                option.line,
                f"optie '{option['id']}' van {what}",
                "heet exclusief, maar bij deze vraag kan toch maar één antwoord; haal 'exclusive' weg",
            )
        if option.get("phase") is not None and option["phase"] not in PHASES:
            complain(
                option.line, f"optie '{option['id']}' van {what}", f"heeft fase {option['phase']}; kies 0, 1, 2 of 3"
            )
    _check_unique(question["options"], f"optie van {what}:")
    _check_unique(question.get("items", ()), f"onderwerp van {what}:")


def _check_nets(question: Entry, what: str) -> None:
    options = {option["id"]: option for option in question["options"]}
    nets = question.get("nets", {})
    for id, net in nets.items():
        _check_texts(Entry({"id": id, **net}, net.line), f"optelling bij {what},", ("id", "label", "options"))
        if id in options:
            complain(net.line, f"optelling '{id}' van {what}", "heet net als een optie; kies een ander id")
        for option in net["options"]:
            if option not in options:
                complain(net.line, f"optelling '{id}' van {what}", f"telt de onbekende optie '{option}' mee")
            if options[option].get("exclusive") and len(net["options"]) > 1:
                complain(
                    net.line,
                    f"optelling '{id}' van {what}",
                    f"telt '{option}' mee, die exclusief is; haal 'exclusive' of de optie weg",
                )
    for cross in question.get("crosses", ()):
        if cross.get("option") not in options or cross.get("within") not in nets:
            complain(cross.line, f"kruising van {what}", "noemt een onbekende optie of optelling")
        if "label" in cross:
            _check_texts(cross, f"kruising van {what},", ("label",))


def _check_statements(question: Entry, what: str) -> None:
    """A statement belongs to a matrix, has one place for the item, and then every item has a phrase to stand there."""
    stated = [entry for entry in (*question["options"], *question.get("nets", {}).values()) if "statement" in entry]
    for entry in stated:
        _check_texts(entry, f"antwoord bij {what},", ("statement",))
        if not QuestionType(question["type"]).is_matrix:
            complain(entry.line, f"antwoord bij {what}", "heeft een 'statement'; dat kan alleen bij een matrix")
        if entry["statement"].count(ITEM) != 1 or set("{}") & set(entry["statement"].replace(ITEM, "")):
            complain(entry.line, f"antwoord bij {what}", f"moet in 'statement' precies één keer {ITEM} hebben")
    for item in question.get("items", ()):
        if stated or "phrase" in item:
            _check_texts(item, f"onderwerp bij {what},", ("phrase",))
        if not isinstance(item.get("plural", False), bool):
            complain(item.line, f"onderwerp '{item['id']}' van {what}", "heeft in 'plural' geen true of false")


def _check_headline(question: Entry, what: str) -> None:
    headline = question.get("headline")
    if headline is None:
        return
    _check_texts(headline, f"kopcijfer van {what},", ("label",))
    if not _knows(question, headline):
        complain(headline.line, f"kopcijfer van {what}", "noemt een onbekende optie of optelling")


def _check_waves(question: Entry, what: str) -> None:
    for wave, use in question["waves"].items():
        compare = use.get("compare") if isinstance(use, Entry) else use
        if not isinstance(wave, int) or compare not in set(Comparability):
            complain(question.line, what, f"heeft bij meting {wave} de onbekende vergelijking '{compare}'")
        used = use.get("type", question["type"]) if isinstance(use, Entry) else question["type"]
        if used not in set(QuestionType):
            complain(question.line, what, f"heeft bij meting {wave} het onbekende type '{used}'")


def _check_first_wave(questions: list[Entry]) -> None:
    """In the first wave of all everything is ``first``; nothing is identical to a wave in which it was not asked."""
    waves = sorted({wave for question in questions for wave in question["waves"]})
    first = waves[0]
    for question in questions:
        what = f"vraag '{question['id']}'"
        uses = {w: use if isinstance(use, str) else use["compare"] for w, use in question["waves"].items()}
        if uses.get(first, Comparability.FIRST) != Comparability.FIRST:
            complain(question.line, what, f"is in de eerste meting ({first}) '{uses[first]}'; dat moet 'first' zijn")
        for wave, compare in uses.items():
            if compare == Comparability.FIRST and wave != first:
                complain(question.line, what, f"is 'first' in {wave}; dat kan alleen in de eerste meting ({first})")
            before = waves[waves.index(wave) - 1]
            if compare == Comparability.IDENTICAL and uses.get(before, Comparability.DROPPED) == Comparability.DROPPED:
                complain(question.line, what, f"is 'identical' in {wave}, maar werd in {before} niet gesteld")


def _check_routing(questions: list[Entry]) -> None:
    by_id = {question["id"]: question for question in questions}
    for question in questions:
        routing = question.get("asked_if")
        if routing is None:
            continue
        before = by_id.get(routing.get("question"))
        if before is None or not _knows(before, routing):
            complain(routing.line, f"voorwaarde van vraag '{question['id']}'", "noemt een onbekende vraag of antwoord")


def _knows(question: Entry, reference: Entry) -> bool:
    """Whether ``reference`` names, by ``option`` or ``net``, an answer that ``question`` has."""
    if "option" in reference:
        return reference["option"] in {option["id"] for option in question["options"]}
    return reference.get("net") in question.get("nets", {})


def _allows_several(question: Entry) -> bool:
    types = [
        question["type"],
        *(use["type"] for use in question["waves"].values() if isinstance(use, Entry) and "type" in use),
    ]
    return any(QuestionType(used).allows_several for used in types)

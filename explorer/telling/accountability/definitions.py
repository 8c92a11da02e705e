"""The words of the explorer, each with an example from its own figures."""

from collections.abc import Callable
from dataclasses import dataclass

from explorer.inputs.printed import PrintedRow
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Codebook
from explorer.survey.figures.figure import SMALL_BASE, Figure, find
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.figures.participation import ResponseRate
from explorer.survey.formats import NO_BREAK, agreeing, counted, listed, out_of, percent, whole_number
from explorer.telling.words.origin import PRINTED_MARK, marked


@dataclass(frozen=True, slots=True)
class Definition:
    """A word, what it means, and an example; the example is None where these data have none."""

    id: str
    term: str
    meaning: str
    example: str | None


@dataclass(frozen=True)
class Evidence:
    """What the examples are made from.

    ``figures`` are national ones of all respondents, of all waves; ``rates`` those of the provinces in ``wave``;
    ``rows`` what the report prints.
    """

    codebook: Codebook
    figures: tuple[Figure, ...]
    rates: tuple[ResponseRate, ...]
    rows: tuple[PrintedRow, ...]
    wave: int
    wave_before: int | None

    def figure(self, question: str, answer: str, wave: int | None = None) -> Figure | None:
        """The figure of an answer in a wave, the last one where none is named."""
        return find(self._of(question, self.wave if wave is None else wave), answer)

    def response(self, question: str) -> Figure | None:
        """A figure of section ``response`` in the last wave."""
        found = (figure for figure in self._of(question, self.wave) if figure.section == RESPONSE)
        return next(found, None)

    def _of(self, question: str, wave: int) -> tuple[Figure, ...]:
        return tuple(figure for figure in self.figures if figure.question == question and figure.wave == wave)


Example = Callable[[Evidence], str | None]


def definitions(evidence: Evidence) -> tuple[Definition, ...]:
    """All words in the order in which a reader needs them."""
    return tuple(
        Definition(id, term.format(**_words(evidence)), meaning.format(**_words(evidence)), example(evidence))
        for id, term, meaning, example in _ENTRIES
    )


def _words(evidence: Evidence) -> dict[str, str]:
    phases = [f"‘{phase.label}’" for phase in evidence.codebook.phases]
    return {"mark": PRINTED_MARK, "small": whole_number(SMALL_BASE), "phases": listed(phases)}


def _base(evidence: Evidence) -> str | None:
    everyone, answered = evidence.response("responded"), evidence.figure("coalition", "active_or_starting")
    if everyone is None or answered is None or everyone.n is None or answered.base is None:
        return None
    return (
        f"In {evidence.wave} {agreeing(everyone.n, 'deed', 'deden')} {counted(everyone.n, 'gemeente', 'gemeenten')} "
        f"mee. De vraag ‘{evidence.codebook.question('coalition').text}’ kreeg {whole_number(answered.base)} keer "
        f"antwoord. Alle percentages bij die vraag zijn dus een deel van {whole_number(answered.base)}."
    )


def _net(evidence: Evidence) -> str | None:
    question = evidence.codebook.question("coalition")
    whole = evidence.figure("coalition", "active_or_starting")
    parts = [evidence.figure("coalition", member) for member in question.members_of("active_or_starting")]
    known = [part for part in parts if part is not None and part.n is not None and part.option is not None]
    if whole is None or len(known) != len(parts):
        return None
    added = listed([f"‘{question.label_of(part.option or '')}’ ({_count(part)})" for part in known])
    return f"‘{question.label_of('active_or_starting')}’ telt {added} samen: {_share(whole)}."


def _panel(evidence: Evidence) -> str | None:
    """Counts of the panel are printed in the report, so that everyone may see these."""
    size, question = evidence.response("panel_size"), evidence.codebook.question("coalition_lead")
    rows = sorted(
        (row for row in evidence.rows if row.question == question.id and row.population is Population.PANEL and row.n),
        key=lambda row: row.wave,
    )
    if size is None or size.n is None or len(rows) < 2 or question.headline is None:  # noqa: PLR2004 - before and after
        return None
    before, after = rows[0], rows[-1]
    return (
        f"Van de gemeenten van {evidence.wave} {agreeing(size.n, 'deed', 'deden')} er {whole_number(size.n)} ook mee "
        f"in de meting ervoor. "
        f"‘{question.headline.label}’ gold in {before.wave} voor {before.n}{NO_BREAK}{PRINTED_MARK} van hen, "
        f"in {after.wave} voor {after.n}{NO_BREAK}{PRINTED_MARK}."
    )


def _new(evidence: Evidence) -> str | None:
    first = evidence.response("first_time_respondents")
    joined = evidence.response(f"first_time_already_joined_in_{evidence.wave_before}")
    if first is None or joined is None or joined.n is None:
        return None
    return (
        f"In {evidence.wave} was de vragenlijst voor {_counts(first)} gemeenten nieuw. Nieuw in de benchmark is niet "
        f"altijd nieuw in het programma: {_count(joined)} van hen waren in {evidence.wave_before} al aangesloten."
    )


def _several(evidence: Evidence) -> str | None:
    question = evidence.codebook.question("covid_effect")
    found = [evidence.figure(question.id, option.id) for option in question.options]
    known = [figure for figure in found if figure is not None and figure.n is not None]
    largest = sorted(known, key=lambda figure: -(figure.n or 0))[:2]
    if len(largest) < 2:  # noqa: PLR2004 - two answers show that they overlap
        return None
    named = listed([f"‘{question.label_of(one.option or '')}’ door {_share(one)}" for one in largest])
    return f"Bij ‘{question.text}’ werd {named} genoemd. Veel gemeenten noemden beide."


def _mark(evidence: Evidence) -> str | None:
    printed = evidence.figure("coalition", "active_or_starting")
    other = evidence.figure("support_routes", "several_points")
    if printed is None or other is None:
        return None
    return f"Een lokale coalitie: {_share(printed)}. Verschillende punten voor hulp: {_share(other)}."


def _small(evidence: Evidence) -> str | None:
    """The province with the fewest respondents; who answered is public."""
    smallest = min((rate for rate in evidence.rates if rate.responded), key=lambda rate: rate.responded, default=None)
    if smallest is None or smallest.responded >= SMALL_BASE:
        return None
    many = counted(smallest.responded, "gemeente", "gemeenten")
    verb = agreeing(smallest.responded, "deed", "deden")
    return (
        f"Uit {smallest.province} {verb} {many} mee in {evidence.wave}. Bij dat filter staan er dus alleen aantallen."
    )


def _phase(evidence: Evidence) -> str | None:
    question = evidence.codebook.question("budget")
    ordered = sorted(question.options, key=lambda option: option.phase or 0)
    figures = [evidence.figure(question.id, option.id) for option in ordered]
    known = [(figure, option.label) for figure, option in zip(figures, ordered, strict=True) if figure is not None]
    if len(known) != len(ordered):
        return None
    steps = ", dan ".join(f"‘{label}’ ({_count(figure)})" for figure, label in known)
    return f"Bij ‘{question.text}’ is de volgorde {steps}."


def _identical(evidence: Evidence) -> str | None:
    same, other = evidence.codebook.question("signal_network"), evidence.codebook.question("budget")
    use = other.use_in(evidence.wave)
    if same.headline is None or evidence.wave_before is None or not same.is_comparable(evidence.wave):
        return None
    now = evidence.figure(same.id, same.headline.answer)
    before = evidence.figure(same.id, same.headline.answer, evidence.wave_before)
    if now is None or before is None:
        return None
    trend = (
        f"De vraag naar ‘{same.short}’ bleef gelijk: {_share(before)} in {before.wave}, {_share(now)} in {now.wave}."
    )
    no_trend = "" if use is None or use.reason is None else f" Bij ‘{other.short}’ kan dat niet. {use.reason}"
    return trend + no_trend


def _count(figure: Figure) -> str:
    return marked(whole_number(figure.n), figure)


def _counts(figure: Figure) -> str:
    return marked(out_of(figure.n, figure.base), figure)


def _share(figure: Figure) -> str:
    return marked(f"{out_of(figure.n, figure.base)} ({percent(figure.n, figure.base)})", figure)


_ENTRIES: tuple[tuple[str, str, str, Example], ...] = (
    (
        "basis",
        "Basis",
        "Het aantal gemeenten dat een vraag beantwoordde. Wie een vraag oversloeg, telt bij die vraag niet mee. De "
        "basis staat onder elke grafiek.",
        _base,
    ),
    (
        "som",
        "Som van antwoorden",
        "Soms horen antwoorden bij elkaar. Dan tellen we de gemeenten die één van die antwoorden gaven. "
        "Percentages tellen we nooit bij elkaar op.",
        _net,
    ),
    (
        "beide-jaren",
        "Deden beide jaren mee",
        "Gemeenten die in twee metingen na elkaar antwoordden. Hun antwoorden laten zien wat er bij die gemeenten "
        "veranderde. Per vraag tellen alleen gemeenten mee die haar beide keren beantwoordden. Daarom is hun aantal "
        "niet bij elke vraag gelijk.",
        _panel,
    ),
    ("nieuw", "Nieuw", "Gemeenten die nu meededen, en in de meting ervoor niet.", _new),
    (
        "meer-antwoorden",
        "Percentages bij meer antwoorden",
        "Bij sommige vragen mag een gemeente meer antwoorden kiezen. Dan zijn de percentages samen meer dan honderd.",
        _several,
    ),
    (
        "herkomst",
        "Het teken {mark}",
        "Dit cijfer staat met precies dit getal in het rapport. Cijfers zonder dit teken staan er niet in.",
        _mark,
    ),
    (
        "kleine-basis",
        "Kleine basis",
        "Antwoordden minder dan {small} gemeenten, dan tonen we alleen aantallen. Eén gemeente meer of minder zou "
        "het percentage dan sterk veranderen.",
        _small,
    ),
    (
        "fase",
        "Fase",
        "Hoe ver een antwoord is: {phases}. De fase bepaalt de volgorde en de kleur. Zij is geen cijfer; we tellen "
        "fasen niet op en maken er geen ranglijst van. Niet elke vraag heeft alle fasen.",
        _phase,
    ),
    (
        "gelijk-gebleven",
        "Gelijk gebleven vraag",
        "Een vraag die in twee metingen hetzelfde was. Alleen dan tonen we een ontwikkeling. Is de vraag veranderd, "
        "dan zeggen we waarom er geen ontwikkeling staat.",
        _identical,
    ),
)

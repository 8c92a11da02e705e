"""What the examples of the definitions are made from, and the examples: sentences with figures of this version."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explorer.inputs.printed import PrintedRow
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Codebook, Item, Question
from explorer.survey.figures.figure import SMALL_BASE, Figure, Kind, find, percentage
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus, ResponseRate
from explorer.survey.formats import NO_BREAK, agreeing, counted, listed, whole_number
from explorer.telling.words.numbers import counts_and_share, out_of_figure, signed_count
from explorer.telling.words.origin import PRINTED_MARK

_WHOLE = 100


@dataclass(frozen=True)
class Evidence:
    """What the examples are made from.

    ``figures`` are national ones of all respondents, of all waves; ``rates`` those of the provinces in ``wave``, and
    ``statuses`` what each municipality did in it; ``rows`` what the report prints.
    """

    codebook: Codebook
    figures: tuple[Figure, ...]
    rates: tuple[ResponseRate, ...]
    rows: tuple[PrintedRow, ...]
    wave: int
    wave_before: int | None
    statuses: tuple[MunicipalityStatus, ...] = ()

    def figure(self, question: str, answer: str, wave: int | None = None) -> Figure | None:
        """The figure of an answer in a wave, the last one where none is named."""
        return find(self._of(question, self.wave if wave is None else wave), answer)

    def response(self, question: str) -> Figure | None:
        """A figure of section ``response`` in the last wave."""
        found = (figure for figure in self._of(question, self.wave) if figure.section == RESPONSE)
        return next(found, None)

    def asked_for_one(self, question: Question, wave: int) -> bool:
        """Whether the question was asked in that wave and allowed one answer."""
        return question.use_in(wave) is not None and not question.type_in(wave).allows_several

    def shares(self, question: Question, item: Item | None, wave: int) -> tuple[int, ...]:
        """The whole percentages of all options, of an item where there is one; empty where one is not known."""
        of_wave = self._of(question.id, wave)
        found = [
            find(of_wave, option.id, item=None if item is None else item.id, kind=Kind.OPTION)
            for option in question.options
        ]
        shares = [None if one is None else percentage(one.n, one.base, decimals=0) for one in found]
        known = [int(share) for share in shares if share is not None]
        return tuple(known) if len(known) == len(shares) else ()

    def _of(self, question: str, wave: int) -> tuple[Figure, ...]:
        return tuple(figure for figure in self.figures if figure.question == question and figure.wave == wave)


Example = Callable[[Evidence], str | None]


def nothing(_evidence: Evidence) -> None:
    """National figures have no example of it."""


def national(evidence: Evidence) -> str | None:
    """How many a national figure is about at most."""
    answered = evidence.response("responded")
    if answered is None or answered.n is None or answered.base is None:
        return None
    return (
        f"In {evidence.wave} vulden {out_of_figure(answered, article=True)} contactpersonen de vragenlijst in. Een "
        f"landelijk cijfer gaat over hoogstens {counted(answered.n, 'gemeente', 'gemeenten')}."
    )


def represented(evidence: Evidence) -> str | None:
    """How many took part through another municipality; who took part is public."""
    done = Counter(one.status for one in evidence.statuses)
    others, themselves = done[ContactStatus.REPRESENTED], done[ContactStatus.RESPONDED]
    if not others:
        return None
    verb = agreeing(others + themselves, "staat", "staan")
    return (
        f"Op de kaart van {evidence.wave} {verb} {counted(others + themselves, 'gemeente', 'gemeenten')} als ‘deed "
        f"mee’. Daarvan {agreeing(themselves, 'antwoordde', 'antwoordden')} er {whole_number(themselves)} zelf. Voor "
        f"{whole_number(others)} antwoordde een andere gemeente."
    )


def rounded(evidence: Evidence) -> str | None:
    """Every question and item with one answer whose whole percentages do not add up to 100."""
    found = [
        f"‘{name}’ in {wave}: {' + '.join(map(str, shares))} = {sum(shares)}"
        for name, wave, shares in _national_shares(evidence)
        if sum(shares) != _WHOLE
    ]
    return f"{'; '.join(found)}." if found else None


def _national_shares(evidence: Evidence) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """(name, wave, whole percentages of all options) of what has one answer; not where a number is withheld."""
    for question in evidence.codebook.questions:
        for use in question.waves:
            if evidence.asked_for_one(question, use.wave):
                for item in question.items or (None,):
                    shares = evidence.shares(question, item, use.wave)
                    if shares:
                        yield question.short if item is None else item.label, use.wave, shares


def base(evidence: Evidence) -> str | None:
    """How many took part, and how many answered one of the questions."""
    everyone, answered = evidence.response("responded"), evidence.figure("coalition", "active_or_starting")
    if everyone is None or answered is None or everyone.n is None or answered.base is None:
        return None
    return (
        f"In {evidence.wave} {agreeing(everyone.n, 'deed', 'deden')} {counted(everyone.n, 'gemeente', 'gemeenten')} "
        f"mee. De vraag ‘{evidence.codebook.question('coalition').text}’ kreeg {whole_number(answered.base)} keer "
        f"antwoord. Alle percentages bij die vraag zijn dus een deel van {whole_number(answered.base)}."
    )


def net(evidence: Evidence) -> str | None:
    """A net with the options that it adds up."""
    question = evidence.codebook.question("coalition")
    whole = evidence.figure("coalition", "active_or_starting")
    parts = [evidence.figure("coalition", member) for member in question.members_of("active_or_starting")]
    known = [part for part in parts if part is not None and part.n is not None and part.option is not None]
    if whole is None or len(known) != len(parts):
        return None
    added = listed([f"‘{question.label_of(part.option or '')}’ ({signed_count(part)})" for part in known])
    return f"‘{question.label_of('active_or_starting')}’ telt {added} samen: {counts_and_share(whole)}."


def panel(evidence: Evidence) -> str | None:
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


def new(evidence: Evidence) -> str | None:
    """How many were new, and how many of them had joined before."""
    first = evidence.response("first_time_respondents")
    joined = evidence.response(f"first_time_already_joined_in_{evidence.wave_before}")
    if first is None or joined is None or joined.n is None:
        return None
    return (
        f"In {evidence.wave} was de vragenlijst voor {out_of_figure(first, article=True)} gemeenten nieuw. Nieuw in de "
        f"benchmark is niet altijd nieuw in het programma: {signed_count(joined)} van hen waren in "
        f"{evidence.wave_before} al aangesloten."
    )


def several(evidence: Evidence) -> str | None:
    """The two largest answers of a question with several."""
    question = evidence.codebook.question("covid_effect")
    found = [evidence.figure(question.id, option.id) for option in question.options]
    known = [figure for figure in found if figure is not None and figure.n is not None]
    largest = sorted(known, key=lambda figure: -(figure.n or 0))[:2]
    if len(largest) < 2:  # noqa: PLR2004 - two answers show that they overlap
        return None
    named = listed([f"‘{question.label_of(one.option or '')}’ door {counts_and_share(one)}" for one in largest])
    return f"Bij ‘{question.text}’ werd {named} genoemd. Veel gemeenten noemden beide."


def mark(evidence: Evidence) -> str | None:
    """A figure that the report prints, and one that it does not."""
    printed = evidence.figure("coalition", "active_or_starting")
    other = evidence.figure("support_routes", "several_points")
    if printed is None or other is None:
        return None
    share = counts_and_share
    return f"Een lokale coalitie: {share(printed)}. Verschillende punten voor hulp: {share(other)}."


def small(evidence: Evidence) -> str | None:
    """The province with the fewest respondents; who answered is public."""
    smallest = min((rate for rate in evidence.rates if rate.responded), key=lambda rate: rate.responded, default=None)
    if smallest is None or smallest.responded >= SMALL_BASE:
        return None
    many = counted(smallest.responded, "gemeente", "gemeenten")
    verb = agreeing(smallest.responded, "deed", "deden")
    return (
        f"Uit {smallest.province} {verb} {many} mee in {evidence.wave}. Bij dat filter staan er dus alleen aantallen."
    )


def phase(evidence: Evidence) -> str | None:
    """The options of a question in the order of their phases."""
    question = evidence.codebook.question("budget")
    ordered = sorted(question.options, key=lambda option: option.phase or 0)
    figures = [evidence.figure(question.id, option.id) for option in ordered]
    known = [(figure, option.label) for figure, option in zip(figures, ordered, strict=True) if figure is not None]
    if len(known) != len(ordered):
        return None
    steps = ", dan ".join(f"‘{label}’ ({signed_count(figure)})" for figure, label in known)
    return f"Bij ‘{question.text}’ is de volgorde {steps}."


def identical(evidence: Evidence) -> str | None:
    """A question that stayed the same in two waves, and one that did not."""
    same, other = evidence.codebook.question("signal_network"), evidence.codebook.question("budget")
    use = other.use_in(evidence.wave)
    if same.headline is None or evidence.wave_before is None or not same.is_comparable(evidence.wave):
        return None
    now = evidence.figure(same.id, same.headline.answer)
    before = evidence.figure(same.id, same.headline.answer, evidence.wave_before)
    if now is None or before is None:
        return None
    shares = [f"{counts_and_share(one)} in {one.wave}" for one in (before, now)]
    trend = f"De vraag naar ‘{same.short}’ bleef gelijk: {', '.join(shares)}."
    no_trend = "" if use is None or use.reason is None else f" Bij ‘{other.short}’ kan dat niet. {use.reason}"
    return trend + no_trend

"""The words of the explorer, each with an anchor to link to and an example from its own figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from explorer.survey.figures.figure import SMALL_BASE
from explorer.survey.formats import NO_BREAK, listed, upper_first, whole_number
from explorer.telling.accountability import examples
from explorer.telling.accountability.examples import Evidence
from explorer.telling.words.origin import DIFFERING_MARK, PRINTED_MARK, REPORT_YEAR

MARKS = f"de tekens {PRINTED_MARK} en {DIFFERING_MARK}"

ANCHORS: Mapping[str, str] = MappingProxyType(
    {
        "basis": "basis",
        "landelijk": "landelijk",
        "namens een andere gemeente": "namens",
        "samen": "samen",
        "deden beide jaren mee": "beide-jaren",
        "nieuw": "nieuw",
        "percentages bij meer antwoorden": "meer-antwoorden",
        "afgeronde percentages": "afgerond",
        MARKS: "tekens",
        "kleine basis": "kleine-basis",
        "bereik": "bereik",
        "toeval": "toeval",
        "fase": "fase",
        "gelijk gebleven vraag": "gelijk-gebleven",
    }
)
"""Term → the anchor of its definition on *Verantwoording*: what a page links to is ``/verantwoording#basis``."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A word, what it means, and an example; ``id`` is its anchor, the example is None where these data have none."""

    id: str
    term: str
    meaning: str
    example: str | None


def definitions(evidence: Evidence) -> tuple[Definition, ...]:
    """All words in the order in which a reader needs them."""
    words = _words(evidence)
    return tuple(
        Definition(ANCHORS[term], upper_first(term), _unbroken(meaning.format(**words)), example(evidence))
        for term, meaning, example in _ENTRIES
    )


def _words(evidence: Evidence) -> dict[str, str]:
    phases = [f"‘{phase.label}’" for phase in evidence.codebook.phases]
    return {
        "mark": PRINTED_MARK,
        "other_mark": DIFFERING_MARK,
        "report_year": str(REPORT_YEAR),
        "small": whole_number(SMALL_BASE),
        "phases": listed(phases),
    }


def _unbroken(text: str) -> str:
    return text.replace(" %", f"{NO_BREAK}%")


_ENTRIES: tuple[tuple[str, str, examples.Example], ...] = (
    (
        "basis",
        "Het aantal gemeenten dat een vraag beantwoordde. Wie een vraag oversloeg, telt bij die vraag niet mee. Op de "
        "pagina van een onderdeel staat de basis onder elke grafiek; op Start staat zij niet. De basis zegt niets over "
        "de respons: hoeveel contactpersonen de vragenlijst invulden, staat bij Respons.",
        examples.base,
    ),
    (
        "landelijk",
        "Alle deelnemers uit het hele land samen. Gemeenten die niet meededen, zitten er niet in. Een landelijk cijfer "
        "gaat dus niet over alle gemeenten van Nederland.",
        examples.national,
    ),
    (
        "namens een andere gemeente",
        "Een contactpersoon kan voor meer gemeenten samen antwoorden. Dat antwoord telt één keer, bij de gemeente die "
        "de contactpersoon als eerste noemde. De andere gemeenten zijn in de cijfers geen deelnemers, maar op de kaart "
        "van gemeenten staan zij wel als ‘deed mee’. Dat geldt ook voor een gemeente die bij de contactpersoon hoort, "
        "maar in het antwoord niet is genoemd. Een aangeschreven contactpersoon telt in de provincie van de eigen "
        "gemeente; elke aangesloten gemeente telt in haar eigen provincie, ook als een ander voor haar antwoordt.",
        examples.represented,
    ),
    (
        "samen",
        "Soms horen antwoorden bij elkaar. Dan staan die antwoorden samen in één cijfer. We tellen de gemeenten die "
        "minstens één van die antwoorden gaven, en elke gemeente één keer. Percentages tellen we nooit bij elkaar op.",
        examples.net,
    ),
    (
        "deden beide jaren mee",
        "Gemeenten die in twee metingen na elkaar antwoordden. Hun antwoorden laten zien wat er bij die gemeenten "
        "veranderde. Per vraag tellen alleen gemeenten mee die haar beide keren beantwoordden. Daarom is hun aantal "
        "niet bij elke vraag gelijk.",
        examples.panel,
    ),
    ("nieuw", "Gemeenten die nu meededen, en in de meting ervoor niet.", examples.new),
    (
        "percentages bij meer antwoorden",
        "Bij sommige vragen mag een gemeente meer antwoorden kiezen. Dan kunnen de percentages samen meer dan honderd "
        "zijn.",
        examples.several,
    ),
    (
        "afgeronde percentages",
        "We ronden percentages af op hele procenten. Bij een vraag met één antwoord kunnen ze samen dan iets minder "
        "of iets meer dan honderd zijn, meestal 99 of 101. De aantallen kloppen precies.",
        examples.rounded,
    ),
    (
        MARKS,
        "{mark} staat achter elk getal dat het rapport van {report_year} noemt: een aantal, een percentage of een "
        "basis. Achter een ander getal staat het niet. Noemt het rapport een ander getal, dan staat er {other_mark}. "
        "Staat er in het rapport alleen een woord, zoals ‘driekwart’, dan krijgt een getal geen {mark}.",
        examples.mark,
    ),
    (
        "kleine basis",
        "Antwoordden minder dan {small} gemeenten, dan tonen we alleen aantallen. Eén gemeente meer of minder zou "
        "het percentage dan sterk veranderen.",
        examples.small,
    ),
    (
        "bereik",
        "Van een groep gemeenten noemen we vaak geen precies aantal, maar het kleinste en het grootste aantal dat het "
        "kan zijn. Zo kan niemand uitrekenen wat één gemeente antwoordde. Een bereik heeft niets met toeval te maken.",
        examples.nothing,
    ),
    (
        "toeval",
        "We noemen iets alleen een verandering als het verschil groter is dan toeval: als het 95 %-interval van het "
        "verschil de nul niet bevat. Dat gaat alleen over toeval, niet over welke gemeenten kozen om mee te doen.",
        examples.nothing,
    ),
    (
        "fase",
        "Hoe ver een antwoord is: {phases}. De fase bepaalt de volgorde en de kleur. De fase is geen cijfer. We tellen "
        "fasen niet op en maken er geen ranglijst van. Niet elke vraag heeft alle fasen.",
        examples.phase,
    ),
    (
        "gelijk gebleven vraag",
        "Een vraag die in twee metingen hetzelfde was. Alleen dan tonen we een ontwikkeling. Is de vraag veranderd, "
        "dan zeggen we waarom er geen ontwikkeling staat.",
        examples.identical,
    ),
)

"""What the benchmark is, how it was held and how the answers were simulated, in sentences made from figures."""

from collections import Counter
from collections.abc import Iterable, Sequence

from explorer.survey.codebook.model import Codebook
from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.figures.waves import Wave
from explorer.survey.formats import agreeing, listed, whole_number
from explorer.telling.words.numbers import counts_and_share

PLANNED_WAVES = (2019, 2020, 2021)
"""The years in which the programme meant to measure; source: chapter 2 of the report of 2020."""

KIND_NAMES = {"actielijn": ("actielijn", "actielijnen"), "pijler": ("pijler", "pijlers"), "thema": ("thema", "thema’s")}


def about(waves: Sequence[Wave], codebook: Codebook) -> tuple[str, ...]:
    """Paragraphs: what the benchmark is for, what it is not, which waves there are, and what is asked."""
    held = listed([f"{wave.wave} (vragenlijst in {wave.fieldwork})" for wave in waves])
    kinds = Counter(section.kind for section in codebook.sections)
    parts = listed([f"{number} {agreeing(number, *KIND_NAMES[kind])}" for kind, number in kinds.items()])
    return (
        "De benchmark Eén tegen eenzaamheid laat zien hoe gemeenten eenzaamheid onder ouderen aanpakken. Het "
        "ministerie van VWS gaf er opdracht voor; Significant Public voerde hem uit. Het ministerie ziet zo waar hulp "
        "nodig is, en een gemeente ziet hoe anderen het doen.",
        "De benchmark geeft inzicht. Gemeenten leggen er geen verantwoording mee af. Daarom vindt u hier geen "
        "rapportcijfers, geen ranglijst en geen kleuren voor goed of slecht. Hoe eenzaam ouderen zijn, meet de "
        "benchmark niet; dat doen de GGD’en.",
        f"Gepland waren drie metingen: {listed([str(year) for year in PLANNED_WAVES])}. In deze Verkenner staan de "
        f"metingen van {held}.",
        f"De {len(codebook.questions)} vragen horen bij {parts}.",
    )


def method(codebook: Codebook, figures: Sequence[Figure], wave: int, wave_before: int | None) -> tuple[str, ...]:
    """One sentence or two per choice of method. ``figures`` are national ones of all respondents."""
    steps = [
        _response(figures),
        "Een contactpersoon kan voor meer gemeenten samen antwoorden. Dat antwoord telt één keer, bij de gemeente die "
        "de contactpersoon als eerste noemde. Het aantal gemeenten voor wie is geantwoord, ligt dus iets hoger.",
        "Gemeenten beschrijven hun eigen aanpak. Elke deelnemer telt even zwaar; er is niet gewogen.",
        "Wie meedoet, is geen toevallige steekproef. De cijfers gaan over de deelnemers, niet over alle gemeenten van "
        "Nederland.",
        "We rekenen met hele aantallen en ronden pas op het eind af. Een half ronden we naar boven af.",
    ]
    if wave_before is not None:
        steps.append(_comparable(codebook, wave, wave_before))
    steps.append("We laten zien wat er veranderde, niet waardoor. De benchmark onderzocht geen oorzaken.")
    return tuple(steps)


def simulation_steps() -> tuple[str, ...]:
    """How the simulated answers are made, in short; ``docs/simulation.md`` says it in full."""
    return (
        "**Wie doet mee?** De gemeenten bestaan echt. De computer verdeelt wie aansloot, wie antwoordde en wie "
        "terugkwam, zo dat de aantallen van het rapport uitkomen. Grotere gemeenten antwoorden iets vaker.",
        "**Hoe ver is een gemeente?** Elke gemeente krijgt een verborgen stadium. Grotere gemeenten zijn gemiddeld "
        "wat verder, wie later aansloot wat minder ver. In een volgende meting stijgt het stadium een beetje.",
        "**Hoeveel gemeenten geven welk antwoord?** Alle aantallen die het rapport noemt, liggen vast. Wat het "
        "rapport niet noemt, kozen we zelf, binnen wat de tekst zegt.",
        "**Wie geeft welk antwoord?** Het stadium, het vorige antwoord van de gemeente en toeval bepalen dat samen. "
        "Vervolgvragen passen bij de vraag ervoor.",
        "**Opnieuw te maken.** Het toeval heeft een vast begin: wie de simulatie herhaalt, krijgt dezelfde antwoorden.",
    )


def printed_share(figures: Iterable[Figure]) -> str:
    """How many of the national figures carry the mark."""
    known = [figure for figure in figures if figure.n is not None]
    printed = sum(figure.origin is Origin.PRINTED for figure in known)
    return (
        f"De Verkenner toont {whole_number(len(known))} landelijke cijfers van alle deelnemers. Bij "
        f"{whole_number(printed)} daarvan staat het aantal of het percentage in het rapport."
    )


def _response(figures: Iterable[Figure]) -> str:
    found = [one for one in figures if one.section == RESPONSE and one.question == "responded"]
    latest_first = sorted(found, key=lambda figure: -figure.wave)
    rates = [f"In {one.wave} antwoordden {counts_and_share(one)}." for one in latest_first]
    return " ".join(["De vragenlijst ging naar de contactpersonen van aangesloten gemeenten.", *rates])


def _comparable(codebook: Codebook, wave: int, wave_before: int) -> str:
    asked = [question for question in codebook.questions if question.use_in(wave) is not None]
    same = sum(question.is_comparable(wave) for question in asked)
    return (
        f"Van de {len(asked)} vragen van {wave} {agreeing(same, 'bleef', 'bleven')} er {same} gelijk aan die van "
        f"{wave_before}. Alleen bij die vragen tonen we een ontwikkeling."
    )

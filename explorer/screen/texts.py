"""What a user reads on the screen where no figure is involved. One place per text."""

from explorer.survey.asking.selection import Population
from explorer.survey.asking.viewer import Role
from explorer.telling.words.measures import Measure

APP_TITLE = "Verkenner Eén tegen eenzaamheid"

SEARCH = "Zoek"
SEARCH_EXAMPLES = "vraag, antwoord of gemeente"
SEARCH_NOTHING = "Niets gevonden. Probeer een ander woord."

VIEW_AS = "Kijk als"
VIEWER_NAMES = {
    Role.MINISTRY: "Ministerie (VWS)",
    Role.PUBLIC: "Bezoeker",
    Role.MUNICIPALITY: "Gemeente",
    Role.ANALYST: "Analist",
}
VIEWER_BADGES = {
    Role.MINISTRY: "U kijkt als het ministerie",
    Role.PUBLIC: "U kijkt als bezoeker",
    Role.MUNICIPALITY: "U kijkt als gemeente",
    Role.ANALYST: "U kijkt als analist",
}
NO_FILTERS = "De filters zijn voor het ministerie. Kies bij ‘Bekijk’ een groep gemeenten."
NO_GROUPS = "Groepen zijn er voor bezoekers en gemeenten. Als ministerie filtert u zelf."
GROUP = "Bekijk"
GROUP_HELP = "Van een groep geven we aantallen binnen een bereik, om de antwoorden van gemeenten te beschermen."
GROUP_MEMBERS = "Welke {n} gemeenten?"
GROUP_WHY = (
    "Wie meedeed, is openbaar. In een kleine groep kan een ander uitrekenen wat één gemeente antwoordde. Daarom heeft "
    "elke groep minstens 20 deelnemers, en laten we van de antwoorden een beetje open. De landelijke cijfers zijn "
    "precies, behalve bij een antwoord dat bijna niemand of bijna iedereen gaf, en soms bij het antwoord ernaast."
)
KEPT = (
    "De cijfers van {wave} zijn die van {day}. Sindsdien veranderde er iets bij enkele gemeenten. Nieuwe cijfers "
    "zouden verraden wat zij antwoordden; daarom blijven deze staan."
)
RANGE_REASON = "Met het precieze aantal kan een ander soms uitrekenen wat één gemeente antwoordde."
GROUP_WITH_OWN = "Uw gemeente telt mee in deze cijfers."
GROUP_WITHOUT_OWN = "Uw gemeente telt niet mee in deze cijfers."
WIDER = "Bekijk: {group}"
WHICH_MUNICIPALITY = "Welke gemeente?"
OWN_ABSENT = "Uw gemeente beantwoordde deze vraag niet."
OWN_ABSENT_IN_WAVE = "{name} deed in {wave} niet mee. U ziet de andere gemeenten, zonder eigen antwoorden."
OWN_ELSEWHERE = "{why_absent} U ziet de andere gemeenten, zonder eigen antwoorden."
OWN_THROUGH = "{name} deed in {wave} mee via {through}. De antwoorden staan bij die gemeente."
OWN_NOT_HERE = (
    "Hier staan alleen de openbare cijfers. De antwoorden van {name} zelf staan hier niet; "
    "daarom ziet u de andere gemeenten, zonder eigen antwoorden."
)
RELEASE_ONLY_TITLE = "Hier staan alleen de openbare cijfers"
RELEASE_ONLY = (
    "Het ministerie en een analist zien ook wie is aangeschreven en wat elke gemeente antwoordde. "
    "Die gegevens staan niet op deze server: er is alleen de uitgave voor iedereen."
)
RELEASE_ONLY_REMEDY = (
    "Wilt u ze wel zien? Vraag de beheerder om de database met antwoorden erbij te zetten, "
    "of maak haar opnieuw met: `python -m explorer build`"
)
LOOK_AS_PUBLIC = "Kijk als bezoeker"
OWN_BADGE = "U kijkt als {name} (simulatie)"

WAVE = "Meting"
POPULATION = "Welke gemeenten"
PROVINCE = "Provincie"
PROVINCE_ALL = "Landelijk"
URBANITY = "Stedelijkheid"
URBANITY_ALL = "Alle"
CLEAR = "Wis de filters"
EMPTY_TITLE = "Geen gemeente past bij deze keuze"
EARLY_TITLE = "Deze groep is er in de eerste meting nog niet"
GROUP_LEFT = (
    "{wave} was de eerste meting. Nieuwe en eerdere deelnemers zijn er dan nog niet; u ziet de landelijke cijfers."
)
EMPTY = "Er deed geen enkele gemeente mee die bij uw filters past. Kies een ruimere provincie, stedelijkheid of groep."
EMPTY_FIRST_WAVE = "{wave} was de eerste meting. Toen deed iedereen voor het eerst mee; ‘nieuw’ bestaat dan niet."
EMPTY_FIRST_WAVE_GROUP = "{wave} was de eerste meting. Wie nieuw was en wie vaker meedeed, is dan nog niet te zeggen."

SIMULATED = "Let op: dit zijn geen echte antwoorden. Een computer maakte ze, passend bij het rapport van 2020."
SIMULATED_MORE = "Wat betekent dat?"
SIMULATED_ALL = "Lees hoe dat ging in de verantwoording"
SIMULATED_EXPLAINED = """
De echte antwoorden van gemeenten zijn niet openbaar. Daarom staan hier antwoorden die een computer maakte.
Cijfers met ● staan in het rapport van 2020. Waar het rapport zichzelf tegenspreekt, kozen we één getal.
Alle andere cijfers zijn gesimuleerd. Ze laten zien hoe de Verkenner werkt, maar zeggen niets over een echte gemeente.
"""

TABLE = "Tabel"
DRAWER = "Over de cijfers"
DOWNLOAD = "Download"
DOWNLOAD_WHAT = "De cijfers en het beeld van deze vraag bij uw keuze. Filters en herkomst staan erin."
NO_COOKIES = "Downloaden kan alleen als uw browser cookies toestaat: zo krijgt niemand anders uw bestand."
DOWNLOAD_SHEET = "Cijfers"
DRAWER_CHOICE = "Welk cijfer?"
DRAWER_ITEM = "Welk onderwerp?"
COPY = "Kopieer als zin"


def population_names(wave: int, wave_before: int | None, wave_after: int | None) -> dict[Population, str]:
    """What each population is called in the filter of ``wave``."""
    other = wave_before if wave_before is not None else wave_after
    years = "" if other is None else f" ({min(wave, other)} en {max(wave, other)})"
    return {
        Population.TOTAL: "Alle deelnemers",
        Population.PANEL: f"Deden beide jaren mee{years}",
        Population.NEW: f"Nieuw in {wave}",
    }


MAP_MEASURE = "Wat wilt u op de kaart zien?"
MAP_TITLES = {
    Measure.RATE: "Respons per provincie",
    Measure.RESPONDENTS: "Deelnemers per provincie",
    Measure.NEW: "Nieuwe deelnemers per provincie",
}
MAP_MUNICIPALITIES = "Gemeenten"
MAP_MUNICIPALITIES_WHAT = "Wie deed mee, wie niet?"
MAP_FIRST_NAMED = (
    "Antwoordde een gemeente ook voor een andere, dan staan beide op de kaart van gemeenten als ‘deed mee’. In de "
    "aantallen telt dat antwoord één keer, in de provincie van de gemeente die antwoordde."
)
MAP_CHOOSE = "Kies een provincie, ook met een klik op de kaart"
MAP_CHOOSE_NONE = "Geen provincie gekozen"
MAP_ONLY = "Bekijk alleen {province}"
MAP_NOTHING = "Bij deze keuze is er niets op de kaart te zetten."
PROVINCES_IN_ROWS = "Provincies op een rij"
RATES = "Respons per meting"
RATES_PER_WAVE = "Welk deel van de aangeschreven contactpersonen antwoordde"
RATES_BY_HISTORY = "Hoeveel gemeenten al eerder meededen en hoeveel nieuw zijn"
RATES_BY_JOINING = "Welk deel antwoordde, naar wanneer hun gemeente aansloot"
NONRESPONSE = "Overgeslagen vragen"
NONRESPONSE_WHAT = "Niet iedere gemeente beantwoordde elke vraag. Daarom verschilt de basis per vraag."
NONRESPONSE_OPEN = "Alle {n} vragen"
LIST = "Lijst van gemeenten"
LIST_STATUS = "Status"
LIST_ONE = "Deed een gemeente mee?"
LIST_ONE_NONE = "Kies of typ een gemeente"
LIST_EMPTY = "Bij deze keuze zijn er geen gemeenten."
LIST_DOWNLOAD = "Download de lijst ({kind})"
LIST_SHEET = "Gemeenten"

RESUMED = "De verbinding met de server was even weg. Gebeurde er niets na uw laatste klik? Klik dan nog een keer."
RESUMED_MUNICIPALITY = (
    "De verbinding met de server was even weg. Kijk na of hieronder bij ‘Welke gemeente?’ de uwe staat."
)

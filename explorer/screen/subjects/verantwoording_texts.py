"""What a reader of *Verantwoording* reads where no figure or file is involved."""

TITLE = "Hoe deze cijfers tot stand kwamen"
LEAD = (
    "Wat de benchmark meet, wat de woorden betekenen, wat het rapport zegt en wat we hebben nagerekend. "
    "En ook: wat niemand meer kan weten."
)
FILTERS_DO_NOT_COUNT = "Op deze pagina tellen uw filters niet: alle cijfers zijn landelijk, van alle deelnemers."
CONTENTS = "Op deze pagina"

ABOUT = "Wat de benchmark is"
METHOD = "Hoe er gemeten is"
WORDS = "Wat de woorden betekenen"
SIMULATION = "Hoe de antwoorden gesimuleerd zijn"
RECONCILIATION = "Het rapport nagerekend"
CONTRADICTIONS = "Waar het rapport zichzelf tegenspreekt"
PRIVACY = "Wat anderen van een gemeente zien"
UNKNOWN = "Wat niet te weten is"
SOURCES = "Bronnen en licenties"
CHANGES = "Gemeenten die veranderden"

EXAMPLE = "Voorbeeld"

SIMULATION_WHY = (
    "De echte antwoorden zijn niet openbaar. Daarom maakte een computer antwoorden die niemand gaf, zo dat het "
    "gedrukte rapport eruit terugkomt. Over een echte gemeente zeggen zij niets."
)
SIMULATION_CHECK = "Alle cijfers en vergelijkingen uit de tekst van het rapport zijn nagerekend."
SIMULATION_MORE = (
    "Alle keuzes staan in het bestand `docs/simulation.md`. De opdracht `python -m explorer simulate` maakt de "
    "antwoorden opnieuw."
)

RECONCILIATION_WHAT = (
    "Elk cijfer en elke vergelijking uit de tekst van het rapport is één regel. Elke regel is nagerekend."
)
RECONCILIATION_RULE = (
    "Staat er ‘ongeveer’, dan mag het drie procentpunt schelen, of drie procent bij een aantal. Bij ‘gelijk aan’ mag "
    "het vijf procentpunt schelen. Achter andere woorden staat de regel die we gebruiken."
)
VERDICT = "Welke regels wilt u zien?"
ALL_ROWS = "Alles"
NO_ROWS = "Er is geen regel met dit oordeel."
COLUMN_SUBJECT, COLUMN_REPORT, COLUMN_EXPLORER = "Waar het over gaat", "Het rapport", "De Verkenner"
RESPONSE_NAME = "Respons"

CONTRADICTIONS_WHAT = (
    "Op {n} plaatsen zegt het rapport twee dingen die niet samen kunnen, of die op zijn minst vragen oproepen. Hier "
    "staan beide kanten, en wat we aanhouden."
)
FIRST, SECOND, READING = "Het rapport zegt", "Maar ook", "We houden aan"

PRIVACY_PROMISE = (
    "De antwoorden van een gemeente zijn voor die gemeente zelf en voor het ministerie. Dat zij meedeed, is openbaar. "
    "Anderen zien landelijke cijfers, en cijfers van groepen met minstens twintig deelnemers. Van een groep geven we "
    "aantallen binnen een bereik, zoals ‘16 tot 18’."
)
PRIVACY_CHECK = (
    "Voordat cijfers naar buiten gaan, rekent een programma uit of er met zekerheid een antwoord van één gemeente uit "
    "volgt: voor een buitenstaander, een gemeente, of twee gemeenten samen. Kan dat, dan laten we cijfers weg. Wat "
    "al in het rapport van 2020 stond, blijft staan; soms verraadt dat rapport zelf iets. Verandert een gemeente "
    "later een antwoord, dan blijven de openbare cijfers zoals ze waren: het verschil zou het verraden. Raden kan "
    "altijd, en drie gemeenten samen weten soms meer."
)
PRIVACY_SHARES = (
    "Van de {pairs} combinaties van een vraag, een groep en een meting tonen we er {shown} precies of binnen 6 "
    "procentpunten, en van de {cells} losse antwoorden {cells_shown}. Hoe de controle werkt en wat zij niet kan, staat "
    "in het bestand `docs/disclosure.md`."
)

UNKNOWN_CHARTS = (
    "**De grafieken van het rapport zijn verloren gegaan.** Alleen de tekst is bewaard. Wat alleen in een grafiek "
    "stond, weten we niet."
)
UNKNOWN_ANSWERS = (
    "**De echte antwoorden zijn niet openbaar.** Wat een gemeente antwoordde, is uit het rapport bijna nooit af te "
    "leiden."
)
UNKNOWN_COUNTS = (
    "**Soms staat er een percentage zonder aantal.** Dat is bij {n} regels zo. Het aantal erachter is dan onze keuze."
)
UNKNOWN_COMPARISONS = (
    "**Van sommige vragen is niet bekend of zij in de meting ervoor ook gesteld zijn.** We nemen aan dat zij nieuw "
    "waren: {questions}."
)
UNKNOWN_OPTIONS = (
    "**Sommige antwoorden staan niet in de tekst van het rapport.** We vulden ze aan, omdat de vraag anders niet "
    "compleet is:"
)

SOURCES_WHAT = "Deze bestanden gebruikt de Verkenner. Van elk bestand is een controlegetal bewaard."
SOURCES_MAPS = "Kaarten: grenzen van CBS en Kadaster, door ons vereenvoudigd."
SOURCE_ADDRESS = "Adres"

CHANGES_WHAT = (
    "Een antwoord hoort bij de gemeente zoals zij in dat jaar was. Gaat een gemeente op in een andere, dan volgen we "
    "haar. Kaarten tonen de grenzen van het jaar van de meting. Zoveel gemeenten waren er:"
)
ON_FIRST_DAY = "op 1 januari {year}"

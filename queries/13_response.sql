-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- One row per respondent and wave: the answers as they came in, a column per answer.
-- Null is not answered; in a multiple response false is an answer.
create table response (
    wave integer not null references wave (wave),
    response_id integer not null,
    submitted_on date not null,
    municipality_code varchar not null references municipality (code),
    also_answered_for varchar[] not null,
    week_participation varchar,
    "week_material[national_material]" boolean,
    "week_material[own_material]" boolean,
    "week_material[none]" boolean,
    awareness_activities varchar,
    own_campaign varchar,
    signal_point varchar,
    signal_network varchar,
    "support_routes[several_points]" boolean,
    "support_routes[social_map]" boolean,
    "support_routes[social_prescribing]" boolean,
    "support_routes[supply_demand_platform]" boolean,
    "support_routes[other]" boolean,
    "tools[advisers]" varchar,
    "tools[guide]" varchar,
    "tools[course_material]" varchar,
    "tools[over_de_drempel]" varchar,
    "tools[campaign_toolkit]" varchar,
    "tools[coalition_toolkit]" varchar,
    "administrative_commitment[council_addressed]" boolean,
    "administrative_commitment[executive_plan_approved]" boolean,
    "administrative_commitment[alderman_personally]" boolean,
    "administrative_commitment[other]" boolean,
    administrative_commitment varchar,
    budget varchar,
    coalition varchar,
    coalition_lead varchar,
    "party_roles[municipality][lead]" boolean,
    "party_roles[municipality][initiator]" boolean,
    "party_roles[municipality][active]" boolean,
    "party_roles[municipality][informed]" boolean,
    "party_roles[municipality][no_active_role]" boolean,
    "party_roles[care_and_welfare][lead]" boolean,
    "party_roles[care_and_welfare][initiator]" boolean,
    "party_roles[care_and_welfare][active]" boolean,
    "party_roles[care_and_welfare][informed]" boolean,
    "party_roles[care_and_welfare][no_active_role]" boolean,
    "party_roles[self_organisations][lead]" boolean,
    "party_roles[self_organisations][initiator]" boolean,
    "party_roles[self_organisations][active]" boolean,
    "party_roles[self_organisations][informed]" boolean,
    "party_roles[self_organisations][no_active_role]" boolean,
    "party_roles[arts_and_culture][lead]" boolean,
    "party_roles[arts_and_culture][initiator]" boolean,
    "party_roles[arts_and_culture][active]" boolean,
    "party_roles[arts_and_culture][informed]" boolean,
    "party_roles[arts_and_culture][no_active_role]" boolean,
    "party_roles[sport][lead]" boolean,
    "party_roles[sport][initiator]" boolean,
    "party_roles[sport][active]" boolean,
    "party_roles[sport][informed]" boolean,
    "party_roles[sport][no_active_role]" boolean,
    "party_roles[entrepreneurs][lead]" boolean,
    "party_roles[entrepreneurs][initiator]" boolean,
    "party_roles[entrepreneurs][active]" boolean,
    "party_roles[entrepreneurs][informed]" boolean,
    "party_roles[entrepreneurs][no_active_role]" boolean,
    "party_roles[financial_sector][lead]" boolean,
    "party_roles[financial_sector][initiator]" boolean,
    "party_roles[financial_sector][active]" boolean,
    "party_roles[financial_sector][informed]" boolean,
    "party_roles[financial_sector][no_active_role]" boolean,
    home_visits varchar,
    "visit_executors[volunteers]" boolean,
    "visit_executors[social_workers]" boolean,
    "visit_executors[municipal_staff]" boolean,
    "visit_executors[care_staff]" boolean,
    "visit_executors[other]" boolean,
    involvement_activities varchar,
    involvement_policy varchar,
    effective_interventions varchar,
    long_term_vision varchar,
    temporary_funding varchar,
    "best_practices[other_municipality]" boolean,
    "best_practices[zonmw_research]" boolean,
    "best_practices[other_way]" boolean,
    "best_practices[none]" boolean,
    "learning_practice[regular_evaluation]" boolean,
    "learning_practice[experiences_of_older_people]" boolean,
    "learning_practice[practice_research]" boolean,
    "learning_practice[none]" boolean,
    monitoring varchar,
    monitoring_use varchar,
    ggd_extra_measurement varchar,
    "covid_effect[new_initiatives]" boolean,
    "covid_effect[care_activities_stopped]" boolean,
    "covid_effect[higher_administrative_priority]" boolean,
    "covid_effect[activities_paused]" boolean,
    "covid_effect[coalitions_strengthened]" boolean,
    "covid_effect[coalitions_new]" boolean,
    "covid_effect[no_effect]" boolean,
    "challenges[sustainable_approach]" boolean,
    "challenges[involving_target_group]" boolean,
    "challenges[signalling]" boolean,
    "challenges[strong_network]" boolean,
    "challenges[monitoring]" boolean,
    "challenges[administrative_commitment]" boolean,
    primary key (wave, response_id),
    unique (wave, municipality_code)
);

comment on column response.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column response.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column response.submitted_on
is 'Datum waarop de vragenlijst werd ingestuurd.';
comment on column response.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column response.also_answered_for
is 'Codes van de andere gemeenten waarvoor de respondent ook antwoordde.';
comment on column response.week_participation
is 'Doet de gemeente mee aan de landelijke Week tegen Eenzaamheid?';
comment on column response."week_material[national_material]"
is 'Welk communicatiemateriaal gebruikt de gemeente in de Week tegen Eenzaamheid?';
comment on column response."week_material[own_material]"
is 'Welk communicatiemateriaal gebruikt de gemeente in de Week tegen Eenzaamheid?';
comment on column response."week_material[none]"
is 'Welk communicatiemateriaal gebruikt de gemeente in de Week tegen Eenzaamheid?';
comment on column response.awareness_activities
is 'Organiseert de gemeente activiteiten om mensen bewust te maken van eenzaamheid onder ouderen?';
comment on column response.own_campaign
is 'Heeft de gemeente naast de landelijke campagne een eigen campagne?';
comment on column response.signal_point
is 'Is er een meldpunt voor eenzaamheid, online of telefonisch?';
comment on column response.signal_network
is 'Werkt de gemeente met een netwerk van organisaties dat eenzaamheid opmerkt (signaleringsnetwerk)?';
comment on column response."support_routes[several_points]"
is 'Hoe krijgen mensen hulp bij signalen van eenzaamheid?';
comment on column response."support_routes[social_map]"
is 'Hoe krijgen mensen hulp bij signalen van eenzaamheid?';
comment on column response."support_routes[social_prescribing]"
is 'Hoe krijgen mensen hulp bij signalen van eenzaamheid?';
comment on column response."support_routes[supply_demand_platform]"
is 'Hoe krijgen mensen hulp bij signalen van eenzaamheid?';
comment on column response."support_routes[other]"
is 'Hoe krijgen mensen hulp bij signalen van eenzaamheid?';
comment on column response."tools[advisers]"
is 'Kent en gebruikt de gemeente de hulpmiddelen van het actieprogramma?';
comment on column response."tools[guide]"
is 'Kent en gebruikt de gemeente de hulpmiddelen van het actieprogramma?';
comment on column response."tools[course_material]"
is 'Kent en gebruikt de gemeente de hulpmiddelen van het actieprogramma?';
comment on column response."tools[over_de_drempel]"
is 'Kent en gebruikt de gemeente de hulpmiddelen van het actieprogramma?';
comment on column response."tools[campaign_toolkit]"
is 'Kent en gebruikt de gemeente de hulpmiddelen van het actieprogramma?';
comment on column response."tools[coalition_toolkit]"
is 'Kent en gebruikt de gemeente de hulpmiddelen van het actieprogramma?';
comment on column response."administrative_commitment[council_addressed]"
is 'Hoe steunt het bestuur de aanpak?';
comment on column response."administrative_commitment[executive_plan_approved]"
is 'Hoe steunt het bestuur de aanpak?';
comment on column response."administrative_commitment[alderman_personally]"
is 'Hoe steunt het bestuur de aanpak?';
comment on column response."administrative_commitment[other]"
is 'Hoe steunt het bestuur de aanpak?';
comment on column response.administrative_commitment
is 'Hoe steunt het bestuur de aanpak?';
comment on column response.budget
is 'Is er geld (budget) voor de aanpak?';
comment on column response.coalition
is 'Is er een lokale coalitie tegen eenzaamheid?';
comment on column response.coalition_lead
is 'Leidt iemand het netwerk (een kartrekker)?';
comment on column response."party_roles[municipality][lead]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[municipality][initiator]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[municipality][active]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[municipality][informed]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[municipality][no_active_role]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[care_and_welfare][lead]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[care_and_welfare][initiator]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[care_and_welfare][active]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[care_and_welfare][informed]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[care_and_welfare][no_active_role]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[self_organisations][lead]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[self_organisations][initiator]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[self_organisations][active]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[self_organisations][informed]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[self_organisations][no_active_role]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[arts_and_culture][lead]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[arts_and_culture][initiator]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[arts_and_culture][active]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[arts_and_culture][informed]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[arts_and_culture][no_active_role]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[sport][lead]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[sport][initiator]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[sport][active]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[sport][informed]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[sport][no_active_role]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[entrepreneurs][lead]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[entrepreneurs][initiator]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[entrepreneurs][active]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[entrepreneurs][informed]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[entrepreneurs][no_active_role]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[financial_sector][lead]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[financial_sector][initiator]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[financial_sector][active]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[financial_sector][informed]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response."party_roles[financial_sector][no_active_role]"
is 'Welke rol hebben partijen in het netwerk?';
comment on column response.home_visits
is 'Gaan er mensen bij ouderen op bezoek om over eenzaamheid te praten?';
comment on column response."visit_executors[volunteers]"
is 'Wie doen de huisbezoeken?';
comment on column response."visit_executors[social_workers]"
is 'Wie doen de huisbezoeken?';
comment on column response."visit_executors[municipal_staff]"
is 'Wie doen de huisbezoeken?';
comment on column response."visit_executors[care_staff]"
is 'Wie doen de huisbezoeken?';
comment on column response."visit_executors[other]"
is 'Wie doen de huisbezoeken?';
comment on column response.involvement_activities
is 'Denken ouderen mee bij het organiseren en ontwikkelen van activiteiten?';
comment on column response.involvement_policy
is 'Denken ouderen mee bij het maken van beleid?';
comment on column response.effective_interventions
is 'Gebruikt de gemeente interventies uit de databank effectieve interventies?';
comment on column response.long_term_vision
is 'Is er een plan voor de lange termijn (langetermijnvisie)?';
comment on column response.temporary_funding
is 'Is de aanpak afhankelijk van tijdelijk geld?';
comment on column response."best_practices[other_municipality]"
is 'Hoe gebruikt de gemeente goede voorbeelden (best practices)?';
comment on column response."best_practices[zonmw_research]"
is 'Hoe gebruikt de gemeente goede voorbeelden (best practices)?';
comment on column response."best_practices[other_way]"
is 'Hoe gebruikt de gemeente goede voorbeelden (best practices)?';
comment on column response."best_practices[none]"
is 'Hoe gebruikt de gemeente goede voorbeelden (best practices)?';
comment on column response."learning_practice[regular_evaluation]"
is 'Hoe leert de gemeente van haar aanpak (lerende praktijk)?';
comment on column response."learning_practice[experiences_of_older_people]"
is 'Hoe leert de gemeente van haar aanpak (lerende praktijk)?';
comment on column response."learning_practice[practice_research]"
is 'Hoe leert de gemeente van haar aanpak (lerende praktijk)?';
comment on column response."learning_practice[none]"
is 'Hoe leert de gemeente van haar aanpak (lerende praktijk)?';
comment on column response.monitoring
is 'Volgt en evalueert de gemeente haar projecten en activiteiten (monitoring)?';
comment on column response.monitoring_use
is 'Past de gemeente haar aanpak aan na monitoring en evaluatie?';
comment on column response.ggd_extra_measurement
is 'Laat de gemeente de GGD extra meten hoeveel eenzaamheid er is?';
comment on column response."covid_effect[new_initiatives]"
is 'Wat merkt de gemeente van corona in de aanpak van eenzaamheid?';
comment on column response."covid_effect[care_activities_stopped]"
is 'Wat merkt de gemeente van corona in de aanpak van eenzaamheid?';
comment on column response."covid_effect[higher_administrative_priority]"
is 'Wat merkt de gemeente van corona in de aanpak van eenzaamheid?';
comment on column response."covid_effect[activities_paused]"
is 'Wat merkt de gemeente van corona in de aanpak van eenzaamheid?';
comment on column response."covid_effect[coalitions_strengthened]"
is 'Wat merkt de gemeente van corona in de aanpak van eenzaamheid?';
comment on column response."covid_effect[coalitions_new]"
is 'Wat merkt de gemeente van corona in de aanpak van eenzaamheid?';
comment on column response."covid_effect[no_effect]"
is 'Wat merkt de gemeente van corona in de aanpak van eenzaamheid?';
comment on column response."challenges[sustainable_approach]"
is 'Wat zijn de grootste uitdagingen in de aanpak?';
comment on column response."challenges[involving_target_group]"
is 'Wat zijn de grootste uitdagingen in de aanpak?';
comment on column response."challenges[signalling]"
is 'Wat zijn de grootste uitdagingen in de aanpak?';
comment on column response."challenges[strong_network]"
is 'Wat zijn de grootste uitdagingen in de aanpak?';
comment on column response."challenges[monitoring]"
is 'Wat zijn de grootste uitdagingen in de aanpak?';
comment on column response."challenges[administrative_commitment]"
is 'Wat zijn de grootste uitdagingen in de aanpak?';

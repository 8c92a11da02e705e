-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Actielijn 1: Signaleren en bespreekbaar maken.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view action_line_1 as
with responses as (
    select * from response
),

municipalities as (
    select * from municipality
)

select
    responses.wave,
    responses.response_id,
    responses.municipality_code,
    municipalities.name as municipality,
    responses.week_participation,
    case
        when responses."week_material[national_material]" is not null then list_where(
            [
                'national_material',
                'own_material',
                'none'
            ],
            [
                responses."week_material[national_material]",
                responses."week_material[own_material]",
                responses."week_material[none]"
            ]
        )
    end as week_material,
    responses.awareness_activities,
    responses.own_campaign,
    responses.signal_point,
    responses.signal_network,
    case
        when responses."support_routes[several_points]" is not null then list_where(
            [
                'several_points',
                'social_map',
                'social_prescribing',
                'supply_demand_platform',
                'other'
            ],
            [
                responses."support_routes[several_points]",
                responses."support_routes[social_map]",
                responses."support_routes[social_prescribing]",
                responses."support_routes[supply_demand_platform]",
                responses."support_routes[other]"
            ]
        )
    end as support_routes
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column action_line_1.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column action_line_1.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column action_line_1.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column action_line_1.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column action_line_1.week_participation
is 'Doet de gemeente mee aan de landelijke Week tegen Eenzaamheid? (één antwoord)';
comment on column action_line_1.week_material
is 'Welk communicatiemateriaal gebruikt de gemeente in de Week tegen Eenzaamheid? (lijst van gekozen antwoorden)';
comment on column action_line_1.awareness_activities
is 'Organiseert de gemeente activiteiten om mensen bewust te maken van eenzaamheid onder ouderen? (één antwoord)';
comment on column action_line_1.own_campaign
is 'Heeft de gemeente naast de landelijke campagne een eigen campagne? (één antwoord)';
comment on column action_line_1.signal_point
is 'Is er een meldpunt voor eenzaamheid, online of telefonisch? (één antwoord)';
comment on column action_line_1.signal_network
is 'Werkt de gemeente met een netwerk van organisaties dat eenzaamheid opmerkt (signaleringsnetwerk)? (één antwoord)';
comment on column action_line_1.support_routes
is 'Hoe krijgen mensen hulp bij signalen van eenzaamheid? (lijst van gekozen antwoorden)';

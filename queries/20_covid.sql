-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Thema: Wat gemeenten merkten van corona.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view covid as
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
    case
        when responses."covid_effect[new_initiatives]" is not null then list_where(
            [
                'new_initiatives',
                'care_activities_stopped',
                'higher_administrative_priority',
                'activities_paused',
                'coalitions_strengthened',
                'coalitions_new',
                'no_effect'
            ],
            [
                responses."covid_effect[new_initiatives]",
                responses."covid_effect[care_activities_stopped]",
                responses."covid_effect[higher_administrative_priority]",
                responses."covid_effect[activities_paused]",
                responses."covid_effect[coalitions_strengthened]",
                responses."covid_effect[coalitions_new]",
                responses."covid_effect[no_effect]"
            ]
        )
    end as covid_effect
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column covid.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column covid.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column covid.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column covid.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column covid.covid_effect
is 'Wat merkt de gemeente van corona in de aanpak van eenzaamheid? (lijst van gekozen antwoorden)';

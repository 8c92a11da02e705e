-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Thema: Uitdagingen en ondersteuning.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view needs as
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
        when responses."challenges[sustainable_approach]" is not null then list_where(
            [
                'sustainable_approach',
                'involving_target_group',
                'signalling',
                'strong_network',
                'monitoring',
                'administrative_commitment'
            ],
            [
                responses."challenges[sustainable_approach]",
                responses."challenges[involving_target_group]",
                responses."challenges[signalling]",
                responses."challenges[strong_network]",
                responses."challenges[monitoring]",
                responses."challenges[administrative_commitment]"
            ]
        )
    end as challenges
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column needs.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column needs.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column needs.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column needs.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column needs.challenges
is 'Wat zijn de grootste uitdagingen in de aanpak? (lijst van gekozen antwoorden)';

-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Pijler 1: Bestuurlijk commitment.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view pillar_1 as
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
        when responses.administrative_commitment is not null then [responses.administrative_commitment]
        when responses."administrative_commitment[council_addressed]" is not null then list_where(
            [
                'council_addressed',
                'executive_plan_approved',
                'alderman_personally',
                'other'
            ],
            [
                responses."administrative_commitment[council_addressed]",
                responses."administrative_commitment[executive_plan_approved]",
                responses."administrative_commitment[alderman_personally]",
                responses."administrative_commitment[other]"
            ]
        )
    end as administrative_commitment,
    responses.budget
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column pillar_1.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column pillar_1.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column pillar_1.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column pillar_1.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column pillar_1.administrative_commitment
is 'Hoe steunt het bestuur de aanpak? (lijst van gekozen antwoorden)';
comment on column pillar_1.budget
is 'Is er geld (budget) voor de aanpak? (één antwoord)';

-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Pijler 4: Duurzame aanpak.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view pillar_4 as
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
    responses.effective_interventions,
    responses.long_term_vision,
    responses.temporary_funding,
    case
        when responses."best_practices[other_municipality]" is not null then list_where(
            [
                'other_municipality',
                'zonmw_research',
                'other_way',
                'none'
            ],
            [
                responses."best_practices[other_municipality]",
                responses."best_practices[zonmw_research]",
                responses."best_practices[other_way]",
                responses."best_practices[none]"
            ]
        )
    end as best_practices,
    case
        when responses."learning_practice[regular_evaluation]" is not null then list_where(
            [
                'regular_evaluation',
                'experiences_of_older_people',
                'practice_research',
                'none'
            ],
            [
                responses."learning_practice[regular_evaluation]",
                responses."learning_practice[experiences_of_older_people]",
                responses."learning_practice[practice_research]",
                responses."learning_practice[none]"
            ]
        )
    end as learning_practice
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column pillar_4.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column pillar_4.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column pillar_4.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column pillar_4.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column pillar_4.effective_interventions
is 'Gebruikt de gemeente interventies uit de databank effectieve interventies? (één antwoord)';
comment on column pillar_4.long_term_vision
is 'Is er een plan voor de lange termijn (langetermijnvisie)? (één antwoord)';
comment on column pillar_4.temporary_funding
is 'Is de aanpak afhankelijk van tijdelijk geld? (één antwoord)';
comment on column pillar_4.best_practices
is 'Hoe gebruikt de gemeente goede voorbeelden (best practices)? (lijst van gekozen antwoorden)';
comment on column pillar_4.learning_practice
is 'Hoe leert de gemeente van haar aanpak (lerende praktijk)? (lijst van gekozen antwoorden)';

-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Pijler 3: Betrokkenheid van ouderen.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view pillar_3 as
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
    responses.home_visits,
    case
        when responses."visit_executors[volunteers]" is not null then list_where(
            [
                'volunteers',
                'social_workers',
                'municipal_staff',
                'care_staff',
                'other'
            ],
            [
                responses."visit_executors[volunteers]",
                responses."visit_executors[social_workers]",
                responses."visit_executors[municipal_staff]",
                responses."visit_executors[care_staff]",
                responses."visit_executors[other]"
            ]
        )
    end as visit_executors,
    responses.involvement_activities,
    responses.involvement_policy
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column pillar_3.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column pillar_3.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column pillar_3.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column pillar_3.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column pillar_3.home_visits
is 'Gaan er mensen bij ouderen op bezoek om over eenzaamheid te praten? (één antwoord)';
comment on column pillar_3.visit_executors
is 'Wie doen de huisbezoeken? (lijst van gekozen antwoorden)';
comment on column pillar_3.involvement_activities
is 'Denken ouderen mee bij het organiseren en ontwikkelen van activiteiten? (één antwoord)';
comment on column pillar_3.involvement_policy
is 'Denken ouderen mee bij het maken van beleid? (één antwoord)';

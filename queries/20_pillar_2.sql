-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Pijler 2: Sterk netwerk.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view pillar_2 as
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
    responses.coalition,
    responses.coalition_lead,
    struct_pack(
        municipality := case
            when responses."party_roles[municipality][lead]" is not null then list_where(
                [
                    'lead',
                    'initiator',
                    'active',
                    'informed',
                    'no_active_role'
                ],
                [
                    responses."party_roles[municipality][lead]",
                    responses."party_roles[municipality][initiator]",
                    responses."party_roles[municipality][active]",
                    responses."party_roles[municipality][informed]",
                    responses."party_roles[municipality][no_active_role]"
                ]
            )
        end,
        care_and_welfare := case
            when responses."party_roles[care_and_welfare][lead]" is not null then list_where(
                [
                    'lead',
                    'initiator',
                    'active',
                    'informed',
                    'no_active_role'
                ],
                [
                    responses."party_roles[care_and_welfare][lead]",
                    responses."party_roles[care_and_welfare][initiator]",
                    responses."party_roles[care_and_welfare][active]",
                    responses."party_roles[care_and_welfare][informed]",
                    responses."party_roles[care_and_welfare][no_active_role]"
                ]
            )
        end,
        self_organisations := case
            when responses."party_roles[self_organisations][lead]" is not null then list_where(
                [
                    'lead',
                    'initiator',
                    'active',
                    'informed',
                    'no_active_role'
                ],
                [
                    responses."party_roles[self_organisations][lead]",
                    responses."party_roles[self_organisations][initiator]",
                    responses."party_roles[self_organisations][active]",
                    responses."party_roles[self_organisations][informed]",
                    responses."party_roles[self_organisations][no_active_role]"
                ]
            )
        end,
        arts_and_culture := case
            when responses."party_roles[arts_and_culture][lead]" is not null then list_where(
                [
                    'lead',
                    'initiator',
                    'active',
                    'informed',
                    'no_active_role'
                ],
                [
                    responses."party_roles[arts_and_culture][lead]",
                    responses."party_roles[arts_and_culture][initiator]",
                    responses."party_roles[arts_and_culture][active]",
                    responses."party_roles[arts_and_culture][informed]",
                    responses."party_roles[arts_and_culture][no_active_role]"
                ]
            )
        end,
        sport := case
            when responses."party_roles[sport][lead]" is not null then list_where(
                [
                    'lead',
                    'initiator',
                    'active',
                    'informed',
                    'no_active_role'
                ],
                [
                    responses."party_roles[sport][lead]",
                    responses."party_roles[sport][initiator]",
                    responses."party_roles[sport][active]",
                    responses."party_roles[sport][informed]",
                    responses."party_roles[sport][no_active_role]"
                ]
            )
        end,
        entrepreneurs := case
            when responses."party_roles[entrepreneurs][lead]" is not null then list_where(
                [
                    'lead',
                    'initiator',
                    'active',
                    'informed',
                    'no_active_role'
                ],
                [
                    responses."party_roles[entrepreneurs][lead]",
                    responses."party_roles[entrepreneurs][initiator]",
                    responses."party_roles[entrepreneurs][active]",
                    responses."party_roles[entrepreneurs][informed]",
                    responses."party_roles[entrepreneurs][no_active_role]"
                ]
            )
        end,
        financial_sector := case
            when responses."party_roles[financial_sector][lead]" is not null then list_where(
                [
                    'lead',
                    'initiator',
                    'active',
                    'informed',
                    'no_active_role'
                ],
                [
                    responses."party_roles[financial_sector][lead]",
                    responses."party_roles[financial_sector][initiator]",
                    responses."party_roles[financial_sector][active]",
                    responses."party_roles[financial_sector][informed]",
                    responses."party_roles[financial_sector][no_active_role]"
                ]
            )
        end
    ) as party_roles
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column pillar_2.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column pillar_2.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column pillar_2.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column pillar_2.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column pillar_2.coalition
is 'Is er een lokale coalitie tegen eenzaamheid? (één antwoord)';
comment on column pillar_2.coalition_lead
is 'Leidt iemand het netwerk (een kartrekker)? (één antwoord)';
comment on column pillar_2.party_roles
is 'Welke rol hebben partijen in het netwerk? (per onderwerp een lijst van gekozen antwoorden)';

-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Actielijn 2: Doorbreken en duurzaam aanpakken.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view action_line_2 as
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
    struct_pack(
        advisers := responses."tools[advisers]",
        guide := responses."tools[guide]",
        course_material := responses."tools[course_material]",
        over_de_drempel := responses."tools[over_de_drempel]",
        campaign_toolkit := responses."tools[campaign_toolkit]",
        coalition_toolkit := responses."tools[coalition_toolkit]"
    ) as tools
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column action_line_2.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column action_line_2.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column action_line_2.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column action_line_2.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column action_line_2.tools
is 'Kent en gebruikt de gemeente de hulpmiddelen van het actieprogramma? (per onderwerp één antwoord)';

-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- Pijler 5: Monitoring en evaluatie.
-- One row per respondent and wave; a column per question. Null is not answered or not asked.
create view pillar_5 as
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
    responses.monitoring,
    responses.monitoring_use,
    responses.ggd_extra_measurement
from responses
inner join municipalities on responses.municipality_code = municipalities.code;

comment on column pillar_5.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column pillar_5.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column pillar_5.municipality_code
is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column pillar_5.municipality
is 'Naam van de eerst genoemde gemeente.';
comment on column pillar_5.monitoring
is 'Volgt en evalueert de gemeente haar projecten en activiteiten (monitoring)? (één antwoord)';
comment on column pillar_5.monitoring_use
is 'Past de gemeente haar aanpak aan na monitoring en evaluatie? (één antwoord)';
comment on column pillar_5.ggd_extra_measurement
is 'Laat de gemeente de GGD extra meten hoeveel eenzaamheid er is? (één antwoord)';

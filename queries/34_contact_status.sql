-- One row per contact and wave: whether it answered, and how long it belongs to the programme.
create view contact_status as
with contacts as (
    select * from contact
),

municipalities as (
    select * from municipality
),

participations as (
    select * from participation
),

waves as (
    select
        wave,
        lag(wave) over (order by wave) as wave_before
    from wave
)

select
    contacts.wave,
    contacts.municipality_code,
    municipalities.province_code,
    municipalities.province,
    municipalities.urbanity_class,
    contacts.joined_in,
    participations.response_id is not null as has_responded,
    participations.is_also_before,
    participations.is_also_after,
    participations.is_new,
    case when waves.wave_before is not null then contacts.joined_in <= waves.wave_before end as has_joined_before
from contacts
inner join municipalities on contacts.municipality_code = municipalities.code
inner join waves on contacts.wave = waves.wave
left join participations
    on contacts.wave = participations.wave and contacts.municipality_code = participations.municipality_code;

comment on column contact_status.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column contact_status.municipality_code is 'Gemeente van de contactpersoon.';
comment on column contact_status.province_code is 'Provinciecode (CBS).';
comment on column contact_status.province is 'Naam van de provincie.';
comment on column contact_status.urbanity_class is 'Stedelijkheid: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column contact_status.joined_in is 'Eerste meting waarin de gemeente bij het programma hoorde.';
comment on column contact_status.has_responded is 'Of de contactpersoon de vragenlijst invulde.';
comment on column contact_status.is_also_before is 'Of de gemeente ook aan de meting ervoor meedeed; leeg zonder antwoord.';
comment on column contact_status.is_also_after is 'Of de gemeente ook aan de meting erna meedeed; leeg zonder antwoord.';
comment on column contact_status.is_new
is 'Of de gemeente niet aan de meting ervoor meedeed; leeg zonder antwoord of bij de eerste meting.';
comment on column contact_status.has_joined_before is 'Of de gemeente bij de meting ervoor al aangesloten was; leeg bij de eerste meting.';

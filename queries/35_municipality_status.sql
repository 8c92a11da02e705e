-- One row per wave and municipality of that year: did it take part itself, through another one, or not at all?
-- A municipality that is a contact itself keeps that status, also where another contact names it.
create view municipality_status as
with contacts as (
    select * from contact_status
),

represented as (
    select
        contact.wave,
        unnest(contact.represents) as municipality_code,
        contact.municipality_code as through_code
    from contact
),

represented_once as (
    select
        represented.wave,
        represented.municipality_code,
        represented.through_code,
        contacts.has_responded
    from represented
    inner join contacts
        on represented.wave = contacts.wave and represented.through_code = contacts.municipality_code
    qualify row_number() over (
        partition by represented.wave, represented.municipality_code
        order by contacts.has_responded desc, represented.through_code asc
    ) = 1
)

select
    wave.wave,
    municipality.code as municipality_code,
    municipality.name as municipality,
    municipality.name_order,
    municipality.province_code,
    municipality.province,
    municipality.urbanity_class,
    case
        when contacts.has_responded then 'responded'
        when contacts.municipality_code is not null then 'contacted'
        when represented_once.has_responded then 'represented'
        when represented_once.municipality_code is not null then 'contacted_through'
        else 'not_joined'
    end as status,
    case when contacts.municipality_code is null then through.name end as through,
    contacts.is_new,
    contacts.is_also_before,
    contacts.is_also_after
from wave
inner join municipality on wave.wave between municipality.first_year and municipality.last_year
left join contacts on wave.wave = contacts.wave and municipality.code = contacts.municipality_code
left join represented_once
    on wave.wave = represented_once.wave and municipality.code = represented_once.municipality_code
left join municipality as through on represented_once.through_code = through.code;

comment on column municipality_status.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column municipality_status.municipality_code is 'Gemeentecode (CBS).';
comment on column municipality_status.municipality is 'Naam van de gemeente.';
comment on column municipality_status.name_order is 'Waarop een lijst sorteert: ''s-Gravenhage staat onder de G.';
comment on column municipality_status.province_code is 'Provinciecode (CBS).';
comment on column municipality_status.province is 'Naam van de provincie.';
comment on column municipality_status.urbanity_class is 'Stedelijkheid: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column municipality_status.status is
'Deed mee (responded), via een ander (represented), aangeschreven (contacted, contacted_through) of niet (not_joined).';
comment on column municipality_status.through is 'De gemeente die namens deze gemeente aangeschreven werd.';
comment on column municipality_status.is_new
is 'Of de gemeente niet aan de meting ervoor meedeed; leeg zonder antwoord of bij de eerste meting.';
comment on column municipality_status.is_also_before is 'Of de gemeente ook aan de meting ervoor meedeed; leeg zonder antwoord.';
comment on column municipality_status.is_also_after is 'Of de gemeente ook aan de meting erna meedeed; leeg zonder antwoord.';

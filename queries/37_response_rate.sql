-- One row per wave, province and urbanity class: how many contacts were asked and how many answered. Additive.
create table response_rate as
with contacts as (
    select * from contact_status
),

joined as (
    select
        wave,
        province,
        urbanity_class,
        count(*) filter (where status <> 'not_joined') as n_joined
    from municipality_status
    group by all
),

asked as (
    select
        wave,
        province,
        urbanity_class,
        count(*) as n_contacted,
        count(*) filter (where has_joined_before) as n_contacted_joined_before,
        count(*) filter (where has_responded) as n_responded,
        count(*) filter (where has_responded and is_also_before) as n_also_before,
        count(*) filter (where has_responded and is_also_after) as n_also_after,
        count(*) filter (where has_responded and is_new) as n_new,
        count(*) filter (where has_responded and is_new and has_joined_before) as n_new_joined_before,
        count(*) filter (where has_responded and has_joined_before) as n_responded_joined_before
    from contacts
    group by all
)

select
    joined.wave,
    joined.province,
    joined.urbanity_class,
    joined.n_joined,
    coalesce(asked.n_contacted, 0) as n_contacted,
    coalesce(asked.n_contacted_joined_before, 0) as n_contacted_joined_before,
    coalesce(asked.n_responded, 0) as n_responded,
    coalesce(asked.n_responded_joined_before, 0) as n_responded_joined_before,
    coalesce(asked.n_also_before, 0) as n_also_before,
    coalesce(asked.n_also_after, 0) as n_also_after,
    coalesce(asked.n_new, 0) as n_new,
    coalesce(asked.n_new_joined_before, 0) as n_new_joined_before
from joined
-- A cell without contacts has none that were asked or answered: that is a count of zero, not an unknown.
left join asked
    on
        joined.wave = asked.wave
        and joined.province = asked.province
        and joined.urbanity_class = asked.urbanity_class
order by joined.wave, joined.province, joined.urbanity_class;

comment on column response_rate.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column response_rate.province is 'Naam van de provincie.';
comment on column response_rate.urbanity_class is 'Stedelijkheid: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column response_rate.n_joined is 'Aangesloten gemeenten, ook die waar een ander voor antwoordt.';
comment on column response_rate.n_contacted is 'Aangeschreven contactpersonen.';
comment on column response_rate.n_contacted_joined_before is 'Aangeschreven contactpersonen die bij de vorige meting al aangesloten waren.';
comment on column response_rate.n_responded is 'Contactpersonen die antwoordden.';
comment on column response_rate.n_responded_joined_before is 'Respondenten die bij de vorige meting al aangesloten waren.';
comment on column response_rate.n_also_before is 'Respondenten die ook aan de vorige meting meededen.';
comment on column response_rate.n_also_after is 'Respondenten die ook aan de volgende meting meededen.';
comment on column response_rate.n_new is 'Respondenten die niet aan de vorige meting meededen.';
comment on column response_rate.n_new_joined_before is 'Nieuwe respondenten die bij de vorige meting al aangesloten waren.';

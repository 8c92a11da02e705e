-- One row per wave and released group: how many respondents, and how many of them took part before or after.
create view release_respondents as
with members as (
    select
        wave,
        is_new,
        is_also_before,
        is_also_after,
        unnest(group_names) as group_name
    from release_member
),

groups as (
    select * from release_group
),

waves as (
    select
        wave,
        lag(wave) over (order by wave) as wave_before
    from wave
)

select
    waves.wave,
    waves.wave_before,
    groups.dimension,
    groups.group_name,
    groups.group_order,
    cast(count(members.wave) as integer) as n_responded,
    cast(count(members.wave) filter (where members.is_also_before) as integer) as n_also_before,
    cast(count(members.wave) filter (where members.is_also_after) as integer) as n_also_after,
    cast(count(members.wave) filter (where members.is_new) as integer) as n_new
from waves
cross join groups
left join members on waves.wave = members.wave and groups.group_name = members.group_name
group by all;

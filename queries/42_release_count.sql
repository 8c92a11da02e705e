-- One row per wave, question, item, countable answer and released group: exact counts, which never leave the ministry.
-- A group in which nobody answered counts 0 out of 0. In the first wave nobody is new or took part before.
-- n_respondents: who of the group took part in the wave, which the public list tells.
create table release_count as
with counts as (
    select
        *,
        release_key(wave, question, item, answer) as answer_key
    from figure_count
),

groups as (
    select * from release_group
),

first_wave as (
    select min(wave) as wave from wave
),

members as (
    select
        wave,
        unnest(group_names) as group_name
    from release_member
),

sizes as (
    select
        wave,
        group_name,
        count(*) as n_respondents
    from members
    group by wave, group_name
),

placed as (
    select
        answer_key,
        kind,
        n,
        base,
        unnest(release_within(province, urbanity_class, is_new)) as place_group
    from counts
),

grouped as (
    select
        placed.answer_key,
        placed.kind,
        groups.group_name,
        sum(placed.n) as n,
        sum(placed.base) as base
    from placed
    inner join groups on list_contains(groups.place_groups, placed.place_group)
    group by all
),

counted as (
    select distinct
        answer_key,
        wave,
        question,
        item,
        answer,
        kind
    from counts
)

select
    counted.answer_key,
    counted.wave,
    counted.question,
    counted.item,
    counted.answer,
    counted.kind,
    groups.dimension,
    groups.group_name,
    groups.group_order,
    groups.dimension <> 'history' or counted.wave > first_wave.wave as is_defined,
    cast(coalesce(grouped.n, 0) as integer) as n,
    cast(coalesce(grouped.base, 0) as integer) as base,
    cast(coalesce(sizes.n_respondents, 0) as integer) as n_respondents
from counted
cross join groups
cross join first_wave
left join sizes on counted.wave = sizes.wave and groups.group_name = sizes.group_name
left join grouped
    on
        counted.answer_key = grouped.answer_key
        and counted.kind = grouped.kind
        and groups.group_name = grouped.group_name;

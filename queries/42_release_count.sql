-- One row per wave, question, item, countable answer and released group: exact counts, which never leave the ministry.
-- A group in which nobody answered counts 0 out of 0. In the first wave nobody is new or took part before.
create table release_count as
with counts as (
    select * from figure_count
),

groups as (
    select * from release_group
),

placed as (
    select
        wave,
        question,
        item,
        answer,
        kind,
        n,
        base,
        unnest([
            'nederland',
            release_region(province),
            release_urbanity(urbanity_class),
            case when is_new then 'nieuw' when not is_new then 'vaker' end
        ]) as place_group
    from counts
),

first_wave as (
    select min(wave) as wave from wave
),

grouped as (
    select
        placed.wave,
        placed.question,
        placed.item,
        placed.answer,
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
        wave,
        question,
        item,
        answer,
        kind
    from counts
)

select
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
    cast(coalesce(grouped.base, 0) as integer) as base
from counted
cross join groups
cross join first_wave
left join grouped
    on
        counted.wave = grouped.wave
        and counted.question = grouped.question
        and counted.item is not distinct from grouped.item
        and counted.answer = grouped.answer
        and counted.kind = grouped.kind
        and groups.group_name = grouped.group_name;

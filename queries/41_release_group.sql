-- One row per released group. A group with fewer than 10 respondents in any wave is joined with its neighbour, for
-- all waves; what is still small after that is withheld per question.
create table release_group as
with participations as (
    select * from participation
),

waves as (
    select wave from wave
),

places (dimension, place_group, joined_group, place_order) as (
    values
    ('region', 'noord', 'noord-oost', 1),
    ('region', 'oost', 'noord-oost', 2),
    ('region', 'west', 'west-zuid', 3),
    ('region', 'zuid', 'west-zuid', 4),
    ('urbanity', 'stedelijk', null, 5),
    ('urbanity', 'matig-stedelijk', 'matig-stedelijk-landelijk', 6),
    ('urbanity', 'landelijk', 'matig-stedelijk-landelijk', 7)
),

others (dimension, group_name, group_order) as (
    values
    ('nation', 'nederland', 0),
    ('history', 'nieuw', 8),
    ('history', 'vaker', 9)
),

located as (
    select
        wave,
        unnest([release_region(province), release_urbanity(urbanity_class)]) as place_group
    from participations
),

sizes as (
    select
        places.dimension,
        places.place_group,
        places.joined_group,
        places.place_order,
        waves.wave,
        count(located.place_group) as n_respondents
    from places
    cross join waves
    left join located on places.place_group = located.place_group and waves.wave = located.wave
    group by all
),

is_joined as (
    select
        joined_group,
        min(n_respondents) < 10 as is_small
    from sizes
    where joined_group is not null
    group by joined_group
),

named as (
    select
        places.dimension,
        places.place_group,
        places.place_order,
        case when is_joined.is_small then places.joined_group else places.place_group end as group_name
    from places
    left join is_joined on places.joined_group = is_joined.joined_group
)

select
    dimension,
    group_name,
    list(place_group order by place_order) as place_groups,
    min(place_order) as group_order
from named
group by dimension, group_name
union all by name
select
    dimension,
    group_name,
    [group_name] as place_groups,
    group_order
from others;

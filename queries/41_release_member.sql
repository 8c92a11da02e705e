-- One row per wave and respondent: the released groups it belongs to. Public, because who took part and where is.
create view release_member as
with participations as (
    select * from participation
),

grouping_of as (
    select * from release_group
),

placed as (
    select
        wave,
        response_id,
        municipality_code,
        is_new,
        is_also_before,
        is_also_after,
        unnest(release_within(province, urbanity_class, is_new)) as place_group
    from participations
)

select
    placed.wave,
    placed.response_id,
    placed.municipality_code,
    placed.is_new,
    placed.is_also_before,
    placed.is_also_after,
    array_agg(grouping_of.group_name order by grouping_of.group_order) as group_names
from placed
inner join grouping_of on list_contains(grouping_of.place_groups, placed.place_group)
group by all;

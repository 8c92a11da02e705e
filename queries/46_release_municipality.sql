-- One row per wave and municipality of that year: took part, itself or through another one, or not. Who was asked and
-- did not answer stays with the ministry.
create view release_municipality as
with statuses as (
    select * from municipality_status
),

members as (
    select * from release_member
)

select
    statuses.wave,
    statuses.municipality_code,
    statuses.municipality,
    statuses.name_order,
    statuses.province_code,
    statuses.province,
    statuses.urbanity_class,
    statuses.is_new,
    statuses.is_also_before,
    statuses.is_also_after,
    members.group_names,
    case when statuses.status in ('responded', 'represented') then statuses.status else 'absent' end as status,
    case when statuses.status = 'represented' then statuses.through end as through
from statuses
left join members
    on statuses.wave = members.wave and statuses.municipality_code = members.municipality_code;

-- One row per wave, question, item, answer, population and group: the figures that leave the ministry.
-- n and base are empty where a figure is withheld; in the words "minder dan 3" and "bijna alle" the base stands.
create view release_figure as
with rules as (
    select * from release_rule
),

questions as (
    select * from release_question
),

printed as (
    select * from release_printed
    where population = 'panel'
),

released as (
    select
        question,
        item,
        answer,
        kind,
        wave,
        'total' as population,
        dimension,
        group_name,
        group_order,
        status,
        case
            when status in ('printed', 'exact') then n
            when status = 'rounded' then release_rounded(n)
        end as n,
        case
            when status in ('printed', 'exact', 'fewer_than_3', 'almost_all') then base
            when status = 'rounded' then release_rounded(base)
        end as base
    from rules
    union all by name
    select
        question,
        item,
        answer,
        kind,
        wave,
        population,
        'nation' as dimension,
        'nederland' as group_name,
        0 as group_order,
        'printed' as status,
        n,
        base
    from printed
)

select
    questions.section,
    released.question,
    released.item,
    released.answer,
    released.kind,
    released.wave,
    released.population,
    released.dimension,
    released.group_name,
    released.group_order,
    released.n,
    released.base,
    released.status,
    release_reason(released.status, released.dimension) as reason,
    case when released.n is null and released.dimension <> 'nation' then 'nederland' end as wider_group
from released
inner join questions on released.question = questions.question;

-- One row per wave, question, item, answer, population and group: the figures that leave the ministry.
-- n and base are whole numbers that may be shown, in a range chosen so that they add up; empty where none is.
-- n_low to n_high and base_low to base_high is where the truth lies, by all that is told of it; empty where nothing is.
-- printed_pct is a percentage of which the report prints nothing else.
create view release_figure as
with told as (
    select * from release_told
),

questions as (
    select * from release_question
),

groups as (
    select * from release_group
)

select
    questions.section,
    told.question,
    told.item,
    told.answer,
    told.kind,
    told.wave,
    told.population,
    told.dimension,
    told.group_name,
    groups.group_order,
    told.n,
    told.base,
    told.n_low,
    told.n_high,
    told.base_low,
    told.base_high,
    told.printed_pct,
    told.status,
    release_reason(told.status, told.dimension) as reason,
    case when told.n is null and told.dimension <> 'nation' then 'nederland' end as wider_group
from told
inner join questions on told.question = questions.question
inner join groups on told.group_name = groups.group_name;

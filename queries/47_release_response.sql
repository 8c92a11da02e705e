-- One row per wave, population, group and figure of the response. Nationally all of them; of groups only what follows
-- from the public list of who took part.
create view release_response as
with national as (
    select * from release_national_response
),

respondents as (
    select * from release_respondents
),

counted as (
    select
        respondents.wave,
        respondents.dimension,
        respondents.group_name,
        respondents.group_order,
        national.question,
        national.population,
        national.response_order,
        case
            when respondents.dimension = 'nation' then national.n
            when respondents.dimension = 'history' and respondents.wave_before is null then null
            when national.question = 'responded' then respondents.n_responded
            when national.question = 'panel_size' and respondents.wave_before is not null then respondents.n_also_before
            when national.question = 'panel_size' then respondents.n_also_after
            when national.question = 'first_time_respondents' then respondents.n_new
        end as n,
        case
            when respondents.dimension = 'nation' then national.base
            when respondents.dimension = 'history' and respondents.wave_before is null then null
            when national.question in ('panel_size', 'first_time_respondents') then respondents.n_responded
        end as base
    from national
    inner join respondents on national.wave = respondents.wave
    where national.population = 'total' or respondents.dimension = 'nation'
)

select
    'response' as section,
    question,
    wave,
    population,
    dimension,
    group_name,
    group_order,
    response_order,
    n,
    base,
    case
        when n is not null then 'exact'
        when dimension = 'history' then 'not_defined'
        else 'ministry'
    end as status
from counted;

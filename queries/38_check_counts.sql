-- One row per count that cannot be: a percentage outside 0 to 100, or options of a single answer that do not add up.
create view check_counts as
with counts as (
    select * from figure_count
),

answered as (
    select
        wave,
        question,
        item,
        count(*) as n_answered,
        max(len(chosen)) as n_most_chosen,
        min(len(chosen)) as n_least_chosen
    from answer
    group by all
)

select 'Vraag ' || question || ', antwoord ' || answer || ': ' || n || ' van ' || base || '.' as fault
from counts
where n < 0 or n > base

union all by name

select
    'Vraag ' || counts.question || ' in ' || counts.wave || ': de antwoorden tellen op tot ' || sum(counts.n)
    || ' bij ' || any_value(answered.n_answered) || ' respondenten.' as fault
from counts
inner join answered
    on
        counts.wave = answered.wave
        and counts.question = answered.question
        and counts.item is not distinct from answered.item
where counts.kind = 'option' and answered.n_most_chosen = 1 and answered.n_least_chosen = 1
group by counts.wave, counts.question, counts.item
having sum(counts.n) <> any_value(answered.n_answered);

comment on column check_counts.fault is 'Wat er niet klopt, in woorden.';

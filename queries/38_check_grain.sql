-- One row per answer that stands more than once, or belongs to no respondent. Empty when all is well.
create view check_grain as
with answers as (
    select * from answer
),

responses as (
    select * from response
)

select
    'Meting ' || answers.wave || ', respondent ' || answers.response_id || ', vraag ' || answers.question
    || ': het antwoord staat ' || count(*) || ' keer.' as fault
from answers
group by answers.wave, answers.response_id, answers.question, answers.item
having count(*) > 1

union all by name

select
    'Meting ' || answers.wave || ', respondent ' || answers.response_id || ': een antwoord zonder respondent.' as fault
from answers
anti join responses using (wave, response_id);

comment on column check_grain.fault is 'Wat er niet klopt, in woorden.';

-- One row per answer to a question that was not asked: in that wave, or of that respondent.
create view check_routing as
with answers as (
    select * from answer
),

uses as (
    select * from codebook_use
),

routings as (
    select * from codebook_routing
),

admitted as (
    select
        answers.wave,
        answers.response_id,
        routings.question
    from routings
    inner join answers
        on routings.asked_if_question = answers.question and list_has_any(answers.chosen, routings.asked_if_answers)
)

select
    'Meting ' || answers.wave || ', respondent ' || answers.response_id || ': vraag ' || answers.question
    || ' werd in die meting niet gesteld.' as fault
from answers
anti join uses using (wave, question)

union all by name

select
    'Meting ' || answers.wave || ', respondent ' || answers.response_id || ': vraag ' || answers.question
    || ' was niet voor deze respondent.' as fault
from answers
inner join routings using (question)
anti join admitted using (wave, response_id, question);

comment on column check_routing.fault is 'Wat er niet klopt, in woorden.';

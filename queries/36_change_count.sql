-- One row per pair of consecutive waves, question, item, option or net, and cell of respondents: of those who answered
-- in both waves how many gave the answer before, now and both times. Additive. A cell is where a respondent was in
-- the earlier wave and where in the later one: a merger may move it.
create table change_count as
with answers as (
    select * from answer_in_panel
),

participations as (
    select * from participation
),

countable as (
    select *
    from codebook_answer
    where kind <> 'cross'
),

answered_twice as (
    select
        earlier.wave as wave_before,
        later.wave,
        later.question,
        later.item,
        countable.answer,
        countable.kind,
        earlier.province as province_before,
        later.province,
        earlier.urbanity_class as urbanity_class_before,
        later.urbanity_class,
        list_has_any(earlier.chosen, countable.members) as was_given,
        list_has_any(later.chosen, countable.members) as is_given
    from answers as later
    inner join participations
        on later.wave = participations.wave and later.response_id = participations.response_id
    inner join answers as earlier
        on
            participations.wave_before = earlier.wave
            and participations.response_id_before = earlier.response_id
            and later.question = earlier.question
            and later.item is not distinct from earlier.item
    inner join countable on later.question = countable.question
)

select
    wave_before,
    wave,
    question,
    item,
    answer,
    kind,
    province_before,
    province,
    urbanity_class_before,
    urbanity_class,
    count(*) filter (where was_given) as n_before,
    count(*) filter (where is_given) as n_now,
    count(*) filter (where was_given and is_given) as n_stayed,
    count(*) as base
from answered_twice
group by all
order by all;

comment on column change_count.wave_before is 'De eerdere van de twee metingen.';
comment on column change_count.wave is 'De latere van de twee metingen.';
comment on column change_count.question is 'Vraag (codeboek).';
comment on column change_count.item is 'Onderwerp van een matrixvraag; leeg bij een andere vraag.';
comment on column change_count.answer is 'Antwoord of optelling van antwoorden (codeboek).';
comment on column change_count.kind is 'Soort: antwoord (option) of optelling (net).';
comment on column change_count.province_before is 'Naam van de provincie bij de eerdere meting.';
comment on column change_count.province is 'Naam van de provincie bij de latere meting.';
comment on column change_count.urbanity_class_before
is 'Stedelijkheid bij de eerdere meting: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column change_count.urbanity_class
is 'Stedelijkheid bij de latere meting: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column change_count.n_before is 'Respondenten die dit antwoord bij de eerdere meting gaven.';
comment on column change_count.n_now is 'Respondenten die dit antwoord bij de latere meting gaven.';
comment on column change_count.n_stayed is 'Respondenten die dit antwoord beide keren gaven.';
comment on column change_count.base is 'Respondenten die de vraag beide keren beantwoordden.';

-- One row per wave, question, item, countable answer and cell of respondents: additive counts, from which every
-- figure is a sum. A cell is a combination of province, urbanity class, new or not, and the two panels.
create table figure_count as
with answers as (
    select * from answer_in_panel
),

countable as (
    select * from codebook_answer
),

judged as (
    select
        answers.wave,
        answers.question,
        answers.item,
        countable.answer,
        countable.kind,
        answers.province,
        answers.urbanity_class,
        answers.is_new,
        answers.is_in_panel_before,
        answers.is_in_panel_after,
        list_has_any(answers.chosen, countable.members) as is_counted
    from answers
    inner join countable on answers.question = countable.question
    where countable.within is null or list_has_any(answers.chosen, countable.within)
)

select
    wave,
    question,
    item,
    answer,
    kind,
    province,
    urbanity_class,
    is_new,
    is_in_panel_before,
    is_in_panel_after,
    count(*) filter (where is_counted) as n,
    count(*) as base
from judged
group by all
order by all;

comment on column figure_count.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column figure_count.question is 'Vraag (codeboek).';
comment on column figure_count.item is 'Onderwerp van een matrixvraag; leeg bij een andere vraag.';
comment on column figure_count.answer is 'Antwoord of optelling van antwoorden (codeboek).';
comment on column figure_count.kind is 'Soort: antwoord (option), optelling (net) of kruising (cross).';
comment on column figure_count.province is 'Naam van de provincie.';
comment on column figure_count.urbanity_class is 'Stedelijkheid: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column figure_count.is_new is 'Of de gemeente niet aan de meting ervoor meedeed; leeg bij de eerste meting.';
comment on column figure_count.is_in_panel_before is 'Of het antwoord hoort bij wie in deze meting en de meting ervoor antwoordde.';
comment on column figure_count.is_in_panel_after is 'Of het antwoord hoort bij wie in deze meting en de meting erna antwoordde.';
comment on column figure_count.n is 'Aantal respondenten dat dit antwoord gaf.';
comment on column figure_count.base is 'Aantal respondenten dat de vraag beantwoordde (bij een kruising: binnen de optelling).';

-- One row per respondent, wave, question and item that was answered, with the two panels it belongs to.
-- A member of the panel answered the question in both waves. Where the other wave did not ask it, nobody could:
-- the panel is then every respondent of both waves.
create view answer_in_panel as
with answers as (
    select * from answer
),

participations as (
    select * from participation
),

uses as (
    select * from codebook_use
),

neighbours as (
    select
        answers.wave,
        answers.response_id,
        answers.question,
        answers.item,
        answers.chosen,
        participations.province,
        participations.urbanity_class,
        participations.is_new,
        participations.is_also_before,
        participations.is_also_after,
        asked_before.question is not null as was_asked_before,
        asked_after.question is not null as is_asked_after,
        earlier.response_id is not null as was_answered_before,
        later.response_id is not null as is_answered_after
    from answers
    inner join participations
        on answers.wave = participations.wave and answers.response_id = participations.response_id
    left join uses as asked_before
        on answers.question = asked_before.question and participations.wave_before = asked_before.wave
    left join uses as asked_after
        on answers.question = asked_after.question and participations.wave_after = asked_after.wave
    left join answers as earlier
        on
            participations.wave_before = earlier.wave
            and participations.response_id_before = earlier.response_id
            and answers.question = earlier.question
            and answers.item is not distinct from earlier.item
    left join answers as later
        on
            participations.wave_after = later.wave
            and participations.response_id_after = later.response_id
            and answers.question = later.question
            and answers.item is not distinct from later.item
)

select
    wave,
    response_id,
    question,
    item,
    chosen,
    province,
    urbanity_class,
    is_new,
    case when was_asked_before then was_answered_before else is_also_before end as is_in_panel_before,
    case when is_asked_after then is_answered_after else is_also_after end as is_in_panel_after
from neighbours;

comment on column answer_in_panel.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column answer_in_panel.response_id is 'Nummer van de respondent, uniek binnen de meting.';
comment on column answer_in_panel.question is 'Vraag (codeboek).';
comment on column answer_in_panel.item is 'Onderwerp van een matrixvraag; leeg bij een andere vraag.';
comment on column answer_in_panel.chosen is 'Gekozen antwoorden; een lege lijst is ook een antwoord.';
comment on column answer_in_panel.province is 'Naam van de provincie.';
comment on column answer_in_panel.urbanity_class is 'Stedelijkheid: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column answer_in_panel.is_new is 'Of de gemeente niet aan de meting ervoor meedeed; leeg bij de eerste meting.';
comment on column answer_in_panel.is_in_panel_before is 'Of het antwoord hoort bij wie in deze meting en de meting ervoor antwoordde.';
comment on column answer_in_panel.is_in_panel_after is 'Of het antwoord hoort bij wie in deze meting en de meting erna antwoordde.';

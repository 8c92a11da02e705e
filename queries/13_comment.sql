-- One row per respondent and open answer: text as it was written, for the municipality itself and the ministry.
-- No figure is made from it, and it never leaves the ministry: the release (40-47) does not read this table.
create table comment (
    wave integer not null references wave (wave),
    response_id integer not null,
    question varchar not null,
    place varchar,
    written varchar not null,
    unique (wave, response_id, question, place)
);

comment on column comment.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column comment.response_id is 'Nummer van de respondent, uniek binnen de meting.';
comment on column comment.question is 'Vraag (codeboek) waarbij het open antwoord hoort.';
comment on column comment.place is 'Onderwerp of antwoord (codeboek) waarbij het hoort; leeg bij de vraag als geheel.';
comment on column comment.written is 'Het open antwoord, zoals de respondent het schreef.';

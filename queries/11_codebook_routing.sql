-- One row per question that only some respondents were asked, because of their answer to another one.
create table codebook_routing (
    question varchar primary key,
    asked_if_question varchar not null,
    asked_if_answers varchar[] not null
);

comment on column codebook_routing.question is 'Vraag (codeboek) die niet iedereen kreeg.';
comment on column codebook_routing.asked_if_question is 'Vraag (codeboek) waarvan dat afhing.';
comment on column codebook_routing.asked_if_answers is 'Antwoorden waarbij de vraag wel gesteld werd.';

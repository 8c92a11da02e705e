-- One row per question and countable answer: an option, a net of options, or an option within a net.
create table codebook_answer (
    question varchar not null,
    answer varchar not null,
    kind varchar not null check (kind in ('option', 'net', 'cross')),
    members varchar[] not null,
    within varchar[]
);

comment on column codebook_answer.question is 'Vraag (codeboek).';
comment on column codebook_answer.answer is 'Antwoord of optelling van antwoorden (codeboek).';
comment on column codebook_answer.kind is 'Soort: antwoord (option), optelling (net) of kruising (cross).';
comment on column codebook_answer.members is 'Antwoorden die meetellen.';
comment on column codebook_answer.within is 'Bij een kruising: de antwoorden waarbinnen geteld wordt; anders leeg.';

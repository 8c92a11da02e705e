-- One row per question and wave in which it was asked.
create table codebook_use (
    question varchar not null,
    wave integer not null,
    compare varchar not null,
    primary key (question, wave)
);

comment on column codebook_use.question is 'Vraag (codeboek).';
comment on column codebook_use.wave is 'Meting waarin de vraag gesteld werd.';
comment on column codebook_use.compare is 'Verhouding tot de vorige meting; alleen identical geeft een trend.';

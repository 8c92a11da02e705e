-- One row per wave (meting) of the benchmark.
create table wave (
    wave integer primary key,
    fieldwork varchar not null,
    is_simulated boolean not null
);

comment on column wave.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column wave.fieldwork is 'Periode waarin de vragenlijst openstond, in woorden.';
comment on column wave.is_simulated is 'Of de antwoorden gesimuleerd zijn; anders zijn het echte antwoorden.';

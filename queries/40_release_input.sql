-- What the release needs beside the counts: the section of each question, what the report prints (n, base and pct each
-- empty where it does not), and of which answers the audit took a dimension away. Filled by
-- explorer.building.disclosure.releasing, which also writes what is told (release_told); lives in memory while a
-- release is made.
create table release_question (
    question varchar not null,
    section varchar not null
);

create table release_printed (
    question varchar not null,
    item varchar,
    answer varchar not null,
    kind varchar not null,
    wave integer not null,
    population varchar not null,
    n integer,
    base integer,
    pct varchar
);

create table release_drop (
    question varchar not null,
    item varchar,
    wave integer not null,
    answer varchar not null,
    dimension varchar not null
);

create table release_national_response (
    response_order integer not null,
    question varchar not null,
    wave integer not null,
    population varchar not null,
    n integer,
    base integer
);

-- Waves of which nothing new is told: their figures are those of an earlier release, kept_from. is_changed says whether
-- their answers are others since.
create table release_kept (
    wave integer primary key,
    kept_from varchar not null,
    is_changed boolean not null
);

-- By which rules is told (explorer.building.disclosure.told).
create table release_rules (
    number integer not null
);

create table release_told (
    question varchar not null,
    item varchar,
    answer varchar not null,
    kind varchar not null,
    wave integer not null,
    population varchar not null,
    dimension varchar not null,
    group_name varchar not null,
    status varchar not null,
    n integer,
    base integer,
    n_low integer,
    n_high integer,
    base_low integer,
    base_high integer,
    printed_pct varchar
);

-- What the release needs beside the counts: the section of each question, what the report prints, and of which answers
-- the audit took a dimension away. Filled by explorer.building.disclosure.releasing; lives in memory while a release is made.
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
    n integer not null,
    base integer not null
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

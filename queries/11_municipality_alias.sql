-- One row per other way of writing the name of a municipality.
create table municipality_alias (
    alias varchar not null,
    municipality_code varchar not null references municipality (code),
    primary key (alias, municipality_code)
);

comment on column municipality_alias.alias is 'Andere schrijfwijze, zoals Den Bosch.';
comment on column municipality_alias.municipality_code is 'Gemeentecode (CBS).';

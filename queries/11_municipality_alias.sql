-- One row per other way of writing the name of a municipality.
create table municipality_alias (
    alias varchar not null,
    municipality_code varchar not null references municipality (code),
    kind varchar not null,
    primary key (alias, municipality_code)
);

comment on column municipality_alias.alias is 'Andere schrijfwijze, zoals Den Bosch.';
comment on column municipality_alias.municipality_code is 'Gemeentecode (CBS).';
comment on column municipality_alias.kind is 'Soort schrijfwijze; common name is hoe de meeste mensen haar noemen.';

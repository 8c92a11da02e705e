-- One row per municipality that existed on 1 January of any year from 2019 to 2023.
create table municipality (
    code varchar primary key,
    name varchar not null,
    province_code varchar not null,
    province varchar not null,
    first_year integer not null,
    last_year integer not null,
    population_2022 integer not null,
    urbanity_class integer not null,
    name_order varchar not null
);

comment on column municipality.code is 'Gemeentecode (CBS), zoals GM0344.';
comment on column municipality.name is 'Officiële naam.';
comment on column municipality.province_code is 'Provinciecode (CBS), zoals PV26.';
comment on column municipality.province is 'Naam van de provincie.';
comment on column municipality.first_year is 'Eerste 1 januari, vanaf 2019, waarop de gemeente bestond.';
comment on column municipality.last_year is 'Laatste 1 januari, tot en met 2023, waarop de gemeente bestond.';
comment on column municipality.population_2022 is 'Inwoners op 1 januari 2022.';
comment on column municipality.urbanity_class is 'Stedelijkheid: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column municipality.name_order is 'Waarop een lijst sorteert: ''s-Gravenhage staat onder de G.';

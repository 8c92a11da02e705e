-- One row per municipality of any year from 2019 to 2023, with the other ways of writing its name, and the codes of the
-- municipalities that took over (part of) it.
create view place as
with spelled as (
    select
        municipality_code,
        list(alias order by alias) as aliases,
        min(alias) filter (where kind = 'common name') as common_name
    from municipality_alias
    group by municipality_code
),

heirs as (
    select
        old_code,
        list(new_code order by new_code) as went_into
    from municipality_change
    group by old_code
)

select
    municipality.code,
    municipality.name,
    municipality.province,
    coalesce(spelled.aliases, []) as aliases,
    municipality.first_year,
    municipality.last_year,
    spelled.common_name,
    coalesce(heirs.went_into, []) as went_into,
    municipality.name_order
from municipality
left join spelled on municipality.code = spelled.municipality_code
left join heirs on municipality.code = heirs.old_code;

comment on column place.code is 'Gemeentecode (CBS), zoals GM0344.';
comment on column place.name is 'Officiële naam.';
comment on column place.province is 'Naam van de provincie.';
comment on column place.aliases is 'Andere schrijfwijzen, zoals Den Bosch.';
comment on column place.first_year is 'Eerste 1 januari, vanaf 2019, waarop de gemeente bestond.';
comment on column place.last_year is 'Laatste 1 januari, tot en met 2023, waarop de gemeente bestond.';
comment on column place.common_name is 'Hoe de meeste mensen haar noemen, zoals Den Haag; leeg waar dat haar naam is.';
comment on column place.went_into is 'De gemeenten die haar (voor een deel) overnamen; leeg waar zij nog bestaat.';
comment on column place.name_order is 'Waarop een lijst sorteert: ''s-Gravenhage staat onder de G.';

-- One row per municipality that existed on 1 January of a year, with the other ways of writing its name.
create macro places_of(year_of_wave) as table (
    with names as (
        select
            municipality.code,
            municipality.name,
            municipality.province,
            municipality.first_year,
            municipality.last_year,
            list(municipality_alias.alias order by municipality_alias.alias) as aliases
        from municipality
        left join municipality_alias on municipality.code = municipality_alias.municipality_code
        group by all
    )

    select
        code,
        name,
        province,
        list_filter(aliases, lambda alias: alias is not null) as aliases
    from names
    where year_of_wave between first_year and last_year
    order by name
);

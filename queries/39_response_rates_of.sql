-- One row per wave and province of a selection: contacts that were asked and that answered. An empty list is "all".
create macro response_rates_of(waves, provinces, urbanity) as table (
    select
        wave,
        province,
        cast(sum(n_joined) as integer) as n_joined,
        cast(sum(n_contacted) as integer) as n_contacted,
        cast(sum(n_contacted_joined_before) as integer) as n_contacted_joined_before,
        cast(sum(n_responded) as integer) as n_responded,
        cast(sum(n_responded_joined_before) as integer) as n_responded_joined_before,
        cast(sum(n_also_before) as integer) as n_also_before,
        cast(sum(n_also_after) as integer) as n_also_after,
        cast(sum(n_new) as integer) as n_new,
        cast(sum(n_new_joined_before) as integer) as n_new_joined_before
    from response_rate
    where
        list_contains(waves, wave)
        and (len(provinces) = 0 or list_contains(provinces, province))
        and (len(urbanity) = 0 or list_contains(urbanity, urbanity_class))
    group by all
    order by wave, province
);

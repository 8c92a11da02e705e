-- One row per wave and municipality of a selection. An empty list is "all". Waves are split by which of their
-- municipalities count: all, those that are new, or those that also took part in the wave before or after.
create macro municipality_statuses_of(
    total_waves, new_waves, panel_before_waves, panel_after_waves, provinces, urbanity
) as table (
    select
        wave,
        municipality_code,
        municipality,
        province,
        urbanity_class,
        status,
        through,
        is_new
    from municipality_status
    where
        (
            list_contains(total_waves, wave)
            or (list_contains(new_waves, wave) and is_new)
            or (list_contains(panel_before_waves, wave) and is_also_before)
            or (list_contains(panel_after_waves, wave) and is_also_after)
        )
        and (len(provinces) = 0 or list_contains(provinces, province))
        and (len(urbanity) = 0 or list_contains(urbanity, urbanity_class))
    order by wave, name_order, municipality_code
);

-- One row per wave, question, item and countable answer, summed over the respondents of one selection.
-- An empty list means "all". Waves are split by which panel they count in; without a panel they stand in total_waves.
create macro figures_of(total_waves, new_waves, panel_before_waves, panel_after_waves, questions, provinces, urbanity) as table (
    select
        wave,
        question,
        item,
        answer,
        kind,
        cast(sum(n) as integer) as n,
        cast(sum(base) as integer) as base
    from figure_count
    where
        (
            list_contains(total_waves, wave)
            or (list_contains(new_waves, wave) and is_new)
            or (list_contains(panel_before_waves, wave) and is_in_panel_before)
            or (list_contains(panel_after_waves, wave) and is_in_panel_after)
        )
        and list_contains(questions, question)
        and (len(provinces) = 0 or list_contains(provinces, province))
        and (len(urbanity) = 0 or list_contains(urbanity, urbanity_class))
    group by all
);

-- One row per pair of consecutive waves, question, item, option or net: those who answered both times, summed over the
-- respondents of one selection. Of provinces and urbanity an empty list means "all"; a filter holds in both waves.
create macro changes_of(waves, questions, provinces, urbanity) as table (
    select
        wave_before,
        wave,
        question,
        item,
        answer,
        kind,
        cast(sum(n_before) as integer) as n_before,
        cast(sum(n_now) as integer) as n_now,
        cast(sum(n_stayed) as integer) as n_stayed,
        cast(sum(base) as integer) as base
    from change_count
    where
        list_contains(waves, wave_before)
        and list_contains(waves, wave)
        and list_contains(questions, question)
        and (len(provinces) = 0 or (list_contains(provinces, province) and list_contains(provinces, province_before)))
        and (
            len(urbanity) = 0
            or (list_contains(urbanity, urbanity_class) and list_contains(urbanity, urbanity_class_before))
        )
    group by all
);

-- One row per population, wave, question, item and countable answer, summed over the respondents of one selection.
-- asked is a list of {wave, population (total, panel, new), panel (before, after: the wave that the panel is a pair
-- with)}. Of provinces and urbanity an empty list means "all".
create macro figures_of(asked, questions, provinces, urbanity) as table (
    with asked_of as (
        select unnest(asked, recursive := true)
    ),

    counts as (
        select *
        from figure_count
        where
            list_contains(questions, question)
            and (len(provinces) = 0 or list_contains(provinces, province))
            and (len(urbanity) = 0 or list_contains(urbanity, urbanity_class))
    )

    select
        asked_of.population,
        counts.wave,
        counts.question,
        counts.item,
        counts.answer,
        counts.kind,
        cast(sum(counts.n) as integer) as n,
        cast(sum(counts.base) as integer) as base
    from counts
    inner join asked_of on counts.wave = asked_of.wave
    where
        asked_of.population = 'total'
        or (asked_of.population = 'new' and counts.is_new)
        or (asked_of.population = 'panel' and asked_of.panel = 'before' and counts.is_in_panel_before)
        or (asked_of.population = 'panel' and asked_of.panel = 'after' and counts.is_in_panel_after)
    group by all
);

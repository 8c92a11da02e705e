-- One row per population, wave, question, item and countable answer, summed over the respondents of one selection.
-- asked is a list of {wave, population (total, panel, new), panel (before, after: the wave that the panel is a pair
-- with)}. Of provinces and urbanity an empty list means "all".
create macro figures_of(asked, questions, provinces, urbanity) as table (
    with asked_of as (
        select unnest(asked, recursive := true)
    )

    select
        asked_of.population,
        figure_count.wave,
        figure_count.question,
        figure_count.item,
        figure_count.answer,
        figure_count.kind,
        cast(sum(figure_count.n) as integer) as n,
        cast(sum(figure_count.base) as integer) as base
    from figure_count
    inner join asked_of on figure_count.wave = asked_of.wave
    where
        case asked_of.population
            when 'total' then true
            when 'new' then figure_count.is_new
            when 'panel' then
                case asked_of.panel
                    when 'before' then figure_count.is_in_panel_before
                    when 'after' then figure_count.is_in_panel_after
                end
        end
        and list_contains(questions, figure_count.question)
        and (len(provinces) = 0 or list_contains(provinces, figure_count.province))
        and (len(urbanity) = 0 or list_contains(urbanity, figure_count.urbanity_class))
    group by all
);

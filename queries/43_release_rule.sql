-- One row per wave, question, item, countable answer and released group: what may be told of it.
-- printed: the report prints this very count, which a word would hide. exact: told. range: told as a block of counts
-- (explorer.building.disclosure.blocks). fewer_than_5, almost_all: told in words. not_split: nationally too rare, or too
-- common, to tell per group. small_base: fewer than 10 answers in a group of this dimension. small_group: fewer than 20
-- respondents in one. net_in_words: of a cross, the size of its net stands in words. dropped: the audit took the
-- dimension away for this answer. not_defined: the first wave knows no new respondents. is_in_report: the report prints
-- its count or its percentage.
create view release_rule as
with counts as (
    select
        *,
        max(n) filter (where dimension = 'nation') over (partition by answer_key, kind) as national_n,
        max(base) filter (where dimension = 'nation') over (partition by answer_key, kind) as national_base,
        min(base) over (partition by answer_key, kind, dimension) as smallest_base,
        min(n_respondents) over (partition by answer_key, kind, dimension) as smallest_group
    from release_count
),

answers as (
    select * from codebook_answer
),

in_report as (
    select distinct
        kind,
        'nation' as dimension,
        release_key(wave, question, item, answer) as answer_key
    from release_printed
    where population = 'total'
),

printed as (
    select
        kind,
        'nation' as dimension,
        release_key(wave, question, item, answer) as answer_key
    from release_printed
    where population = 'total' and n is not null
),

drops as (
    select
        dimension,
        release_key(wave, question, item, answer) as answer_key
    from release_drop
),

-- A cross has the size of its net as its base, so it may not say what the net itself does not.
crosses as (
    select
        crossing.question,
        crossing.answer,
        crossing.kind,
        net.answer as net
    from answers as crossing
    inner join answers as net
        on crossing.question = net.question and net.kind = 'net' and crossing.within = net.members
    where crossing.kind = 'cross'
),

netted as (
    select
        counts.*,
        release_key(counts.wave, counts.question, counts.item, crosses.net) as net_key
    from counts
    left join crosses
        on counts.question = crosses.question and counts.answer = crosses.answer and counts.kind = crosses.kind
),

nets as (
    select * from counts
    where kind = 'net' and dimension = 'nation'
),

judged as (
    select
        netted.wave,
        netted.question,
        netted.item,
        netted.answer,
        netted.kind,
        netted.dimension,
        netted.group_name,
        netted.group_order,
        netted.is_defined,
        netted.n,
        netted.base,
        netted.national_n,
        netted.national_base,
        netted.n_respondents,
        netted.smallest_base,
        netted.smallest_group,
        printed.answer_key is not null as is_printed,
        in_report.answer_key is not null as is_in_report,
        -- What was taken away of a net goes for its crosses too, and without the nation a group has no block.
        exists(
            select 1 from drops
            where
                drops.dimension in (netted.dimension, 'nation')
                and drops.answer_key in (netted.answer_key, netted.net_key)
        ) as is_dropped,
        coalesce(nets.n, netted.national_n) as net_n,
        coalesce(nets.base, netted.national_base) as net_base
    from netted
    left join nets on netted.net_key = nets.answer_key
    left join printed
        on
            netted.answer_key = printed.answer_key
            and netted.kind = printed.kind
            and netted.dimension = printed.dimension
    left join in_report
        on
            netted.answer_key = in_report.answer_key
            and netted.kind = in_report.kind
            and netted.dimension = in_report.dimension
)

select
    *,
    case
        when not is_defined then 'not_defined'
        when dimension <> 'nation' and smallest_group < 20 then 'small_group'
        when is_dropped and not is_printed then 'dropped'
        when smallest_base < 10 and not is_printed then 'small_base'
        when dimension = 'nation' and (net_n < 5 or net_n > net_base - 5) and kind = 'cross' then 'net_in_words'
        when dimension = 'nation' and national_n between 5 and national_base - 5 then 'exact'
        when is_printed then 'printed'
        when dimension = 'nation' and national_n < 5 then 'fewer_than_5'
        when dimension = 'nation' then 'almost_all'
        when least(national_n, net_n) < 8 then 'not_split'
        when national_n > national_base - 8 or net_n > net_base - 8 then 'not_split'
        else 'range'
    end as status
from judged;

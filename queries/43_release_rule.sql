-- One row per wave, question, item, countable answer and released group: what may be shown of it.
-- printed: the report prints this very number. exact, rounded: shown. fewer_than_3, almost_all: shown in words.
-- not_split: nationally too rare, or too common, to show per group. small_base: fewer than 10 answers in a group of
-- this dimension. net_in_words: of a cross, the size of its net stands in words. dropped: the audit took the dimension away
-- for this answer. not_defined: the first wave knows no new respondents.
create view release_rule as
with counts as (
    select
        *,
        max(n) filter (where dimension = 'nation') over (partition by answer_key, kind) as national_n,
        max(base) filter (where dimension = 'nation') over (partition by answer_key, kind) as national_base,
        min(base) over (partition by answer_key, kind, dimension) as smallest_base
    from release_count
),

answers as (
    select * from codebook_answer
),

printed as (
    select
        kind,
        'nation' as dimension,
        release_key(wave, question, item, answer) as answer_key
    from release_printed
    where population = 'total'
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
        netted.smallest_base,
        printed.answer_key is not null as is_printed,
        -- What was taken away of a net goes for its crosses too.
        exists(
            select 1 from drops
            where netted.dimension = drops.dimension and drops.answer_key in (netted.answer_key, netted.net_key)
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
)

select
    *,
    case
        when not is_defined then 'not_defined'
        when is_printed then 'printed'
        when is_dropped then 'dropped'
        when smallest_base < 10 then 'small_base'
        when dimension = 'nation' and (net_n < 3 or net_n > net_base - 3) and kind = 'cross' then 'net_in_words'
        when dimension = 'nation' and national_n < 3 then 'fewer_than_3'
        when dimension = 'nation' and national_n > national_base - 3 then 'almost_all'
        when dimension = 'nation' then 'exact'
        when least(national_n, net_n) < 10 then 'not_split'
        when national_n > national_base - 10 or net_n > net_base - 10 then 'not_split'
        else 'rounded'
    end as status
from judged;

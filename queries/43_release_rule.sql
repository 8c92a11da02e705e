-- One row per wave, question, item, countable answer and released group: what may be shown of it.
-- printed: the report prints this very number. exact, rounded: shown. fewer_than_3, almost_all: shown in words.
-- not_split: nationally too rare, or too common, to show per group. small_base: fewer than 10 answers in a group of
-- this dimension. dropped: the audit took the dimension away for this answer. not_defined: the first wave knows no new respondents.
create view release_rule as
with counts as (
    select * from release_count
),

answers as (
    select * from codebook_answer
),

printed as (
    select * from release_printed
    where population = 'total'
),

drops as (
    select * from release_drop
),

nation as (
    select
        wave,
        question,
        item,
        answer,
        kind,
        n as national_n,
        base as national_base
    from counts
    where dimension = 'nation'
),

smallest as (
    select
        wave,
        question,
        item,
        answer,
        kind,
        dimension,
        min(base) as smallest_base
    from counts
    group by all
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

-- What was taken away of a net goes for its crosses too.
dropped as (
    select distinct
        counts.wave,
        counts.question,
        counts.item,
        counts.answer,
        counts.kind,
        counts.dimension
    from counts
    left join crosses
        on counts.question = crosses.question and counts.answer = crosses.answer and counts.kind = crosses.kind
    inner join drops
        on
            counts.wave = drops.wave
            and counts.question = drops.question
            and counts.item is not distinct from drops.item
            and counts.dimension = drops.dimension
            and drops.answer in (counts.answer, crosses.net)
),

judged as (
    select
        counts.wave,
        counts.question,
        counts.item,
        counts.answer,
        counts.kind,
        counts.dimension,
        counts.group_name,
        counts.group_order,
        counts.is_defined,
        counts.n,
        counts.base,
        nation.national_n,
        nation.national_base,
        smallest.smallest_base,
        printed.question is not null and counts.dimension = 'nation' as is_printed,
        dropped.answer is not null as is_dropped,
        coalesce(net.national_n, nation.national_n) as net_n,
        coalesce(net.national_base, nation.national_base) as net_base
    from counts
    inner join nation
        on
            counts.wave = nation.wave
            and counts.question = nation.question
            and counts.item is not distinct from nation.item
            and counts.answer = nation.answer
            and counts.kind = nation.kind
    inner join smallest
        on
            counts.wave = smallest.wave
            and counts.question = smallest.question
            and counts.item is not distinct from smallest.item
            and counts.answer = smallest.answer
            and counts.kind = smallest.kind
            and counts.dimension = smallest.dimension
    left join printed
        on
            counts.wave = printed.wave
            and counts.question = printed.question
            and counts.item is not distinct from printed.item
            and counts.answer = printed.answer
            and counts.kind = printed.kind
    left join dropped
        on
            counts.wave = dropped.wave
            and counts.question = dropped.question
            and counts.item is not distinct from dropped.item
            and counts.answer = dropped.answer
            and counts.kind = dropped.kind
            and counts.dimension = dropped.dimension
    left join crosses
        on counts.question = crosses.question and counts.answer = crosses.answer and counts.kind = crosses.kind
    left join nation as net
        on
            counts.wave = net.wave
            and counts.question = net.question
            and counts.item is not distinct from net.item
            and crosses.net = net.answer
            and net.kind = 'net'
)

select
    *,
    case
        when not is_defined then 'not_defined'
        when is_printed then 'printed'
        when is_dropped then 'dropped'
        when smallest_base < 10 then 'small_base'
        when dimension = 'nation' and (net_n < 3 or net_n > net_base - 3) and kind = 'cross' then 'small_base'
        when dimension = 'nation' and national_n < 3 then 'fewer_than_3'
        when dimension = 'nation' and national_n > national_base - 3 then 'almost_all'
        when dimension = 'nation' then 'exact'
        when least(national_n, net_n) < 10 then 'not_split'
        when national_n > national_base - 10 or net_n > net_base - 10 then 'not_split'
        else 'rounded'
    end as status
from judged;

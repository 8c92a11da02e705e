-- One row per respondent that was never asked, or names a municipality that its contact does not stand for.
create view check_orphan as
with responses as (
    select * from response
),

contacts as (
    select * from contact
),

named as (
    select
        wave,
        response_id,
        municipality_code,
        unnest(also_answered_for) as also_code
    from responses
)

select
    'Meting ' || responses.wave || ', respondent ' || responses.response_id || ': '
    || responses.municipality_code || ' is niet aangeschreven.' as fault
from responses
anti join contacts using (wave, municipality_code)

union all by name

select
    'Meting ' || named.wave || ', respondent ' || named.response_id || ': antwoordde ook voor '
    || named.also_code || ', maar staat daar niet voor in contacts.csv.' as fault
from named
inner join contacts using (wave, municipality_code)
where not list_contains(contacts.represents, named.also_code);

comment on column check_orphan.fault is 'Wat er niet klopt, in woorden.';

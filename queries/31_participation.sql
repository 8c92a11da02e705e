-- One row per respondent and wave: where it is, and whether it also took part in the wave before and after.
-- A municipality that arose from a merger continues those that merged into it. Where several of them had
-- answered, the largest stands for the new one, so that a respondent has at most one earlier answer.
create table participation as
with responses as (
    select * from response
),

municipalities as (
    select * from municipality
),

changes as (
    select * from municipality_change
),

waves as (
    select
        wave,
        lag(wave) over (order by wave) as wave_before
    from wave
),

continued as (
    select
        later.wave,
        later.response_id,
        earlier.wave as wave_before,
        earlier.response_id as response_id_before
    from responses as later
    inner join waves on later.wave = waves.wave
    inner join responses as earlier on waves.wave_before = earlier.wave
    inner join municipalities on earlier.municipality_code = municipalities.code
    where
        earlier.municipality_code = later.municipality_code
        or exists (
            select 1
            from changes
            where
                changes.kind = 'merged'
                and changes.old_code = earlier.municipality_code
                and changes.new_code = later.municipality_code
                and year(changes.changed_on) > earlier.wave
                and changes.changed_on <= make_date(later.wave, 1, 1)
        )
    qualify row_number() over (
        partition by later.wave, later.response_id
        order by municipalities.population_2022 desc, municipalities.code asc
    ) = 1
)

select
    responses.wave,
    responses.response_id,
    responses.municipality_code,
    municipalities.province,
    municipalities.urbanity_class,
    previous.wave_before,
    previous.response_id_before,
    subsequent.wave as wave_after,
    subsequent.response_id as response_id_after,
    previous.response_id_before is not null as is_also_before,
    subsequent.response_id is not null as is_also_after,
    case when waves.wave_before is not null then previous.response_id_before is null end as is_new
from responses
inner join waves on responses.wave = waves.wave
inner join municipalities on responses.municipality_code = municipalities.code
left join continued as previous
    on responses.wave = previous.wave and responses.response_id = previous.response_id
left join continued as subsequent
    on responses.wave = subsequent.wave_before and responses.response_id = subsequent.response_id_before;

comment on column participation.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column participation.response_id is 'Nummer van de respondent, uniek binnen de meting.';
comment on column participation.municipality_code is 'Gemeentecode (CBS) van de eerst genoemde gemeente.';
comment on column participation.province is 'Naam van de provincie.';
comment on column participation.urbanity_class is 'Stedelijkheid: 1 zeer sterk tot en met 5 niet stedelijk.';
comment on column participation.wave_before is 'De meting ervoor, als de gemeente daaraan meedeed.';
comment on column participation.response_id_before is 'Nummer van de respondent in de meting ervoor.';
comment on column participation.wave_after is 'De meting erna, als de gemeente daaraan meedeed.';
comment on column participation.response_id_after is 'Nummer van de respondent in de meting erna.';
comment on column participation.is_also_before is 'Of de gemeente ook aan de meting ervoor meedeed.';
comment on column participation.is_also_after is 'Of de gemeente ook aan de meting erna meedeed.';
comment on column participation.is_new is 'Of de gemeente niet aan de meting ervoor meedeed; leeg bij de eerste meting.';

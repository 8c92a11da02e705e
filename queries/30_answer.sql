-- Written by `python -m explorer draft-views` from data/codebook.yaml; do not edit by hand.
-- One row per respondent, wave, question and item that was answered.
-- A table: the page of a municipality asks it on every run, and planning this many branches takes 90 ms.
create table answer as
select
    wave,
    response_id,
    'week_participation' as question,
    cast(null as varchar) as item,
    [week_participation] as chosen
from action_line_1
where week_participation is not null

union all by name

select
    wave,
    response_id,
    'week_material' as question,
    cast(null as varchar) as item,
    week_material as chosen
from action_line_1
where week_material is not null

union all by name

select
    wave,
    response_id,
    'awareness_activities' as question,
    cast(null as varchar) as item,
    [awareness_activities] as chosen
from action_line_1
where awareness_activities is not null

union all by name

select
    wave,
    response_id,
    'own_campaign' as question,
    cast(null as varchar) as item,
    [own_campaign] as chosen
from action_line_1
where own_campaign is not null

union all by name

select
    wave,
    response_id,
    'signal_point' as question,
    cast(null as varchar) as item,
    [signal_point] as chosen
from action_line_1
where signal_point is not null

union all by name

select
    wave,
    response_id,
    'signal_network' as question,
    cast(null as varchar) as item,
    [signal_network] as chosen
from action_line_1
where signal_network is not null

union all by name

select
    wave,
    response_id,
    'support_routes' as question,
    cast(null as varchar) as item,
    support_routes as chosen
from action_line_1
where support_routes is not null

union all by name

select
    wave,
    response_id,
    'tools' as question,
    'advisers' as item,
    [tools.advisers] as chosen
from action_line_2
where tools.advisers is not null

union all by name

select
    wave,
    response_id,
    'tools' as question,
    'guide' as item,
    [tools.guide] as chosen
from action_line_2
where tools.guide is not null

union all by name

select
    wave,
    response_id,
    'tools' as question,
    'course_material' as item,
    [tools.course_material] as chosen
from action_line_2
where tools.course_material is not null

union all by name

select
    wave,
    response_id,
    'tools' as question,
    'over_de_drempel' as item,
    [tools.over_de_drempel] as chosen
from action_line_2
where tools.over_de_drempel is not null

union all by name

select
    wave,
    response_id,
    'tools' as question,
    'campaign_toolkit' as item,
    [tools.campaign_toolkit] as chosen
from action_line_2
where tools.campaign_toolkit is not null

union all by name

select
    wave,
    response_id,
    'tools' as question,
    'coalition_toolkit' as item,
    [tools.coalition_toolkit] as chosen
from action_line_2
where tools.coalition_toolkit is not null

union all by name

select
    wave,
    response_id,
    'administrative_commitment' as question,
    cast(null as varchar) as item,
    administrative_commitment as chosen
from pillar_1
where administrative_commitment is not null

union all by name

select
    wave,
    response_id,
    'budget' as question,
    cast(null as varchar) as item,
    [budget] as chosen
from pillar_1
where budget is not null

union all by name

select
    wave,
    response_id,
    'coalition' as question,
    cast(null as varchar) as item,
    [coalition] as chosen
from pillar_2
where coalition is not null

union all by name

select
    wave,
    response_id,
    'coalition_lead' as question,
    cast(null as varchar) as item,
    [coalition_lead] as chosen
from pillar_2
where coalition_lead is not null

union all by name

select
    wave,
    response_id,
    'party_roles' as question,
    'municipality' as item,
    party_roles.municipality as chosen
from pillar_2
where party_roles.municipality is not null

union all by name

select
    wave,
    response_id,
    'party_roles' as question,
    'care_and_welfare' as item,
    party_roles.care_and_welfare as chosen
from pillar_2
where party_roles.care_and_welfare is not null

union all by name

select
    wave,
    response_id,
    'party_roles' as question,
    'self_organisations' as item,
    party_roles.self_organisations as chosen
from pillar_2
where party_roles.self_organisations is not null

union all by name

select
    wave,
    response_id,
    'party_roles' as question,
    'arts_and_culture' as item,
    party_roles.arts_and_culture as chosen
from pillar_2
where party_roles.arts_and_culture is not null

union all by name

select
    wave,
    response_id,
    'party_roles' as question,
    'sport' as item,
    party_roles.sport as chosen
from pillar_2
where party_roles.sport is not null

union all by name

select
    wave,
    response_id,
    'party_roles' as question,
    'entrepreneurs' as item,
    party_roles.entrepreneurs as chosen
from pillar_2
where party_roles.entrepreneurs is not null

union all by name

select
    wave,
    response_id,
    'party_roles' as question,
    'financial_sector' as item,
    party_roles.financial_sector as chosen
from pillar_2
where party_roles.financial_sector is not null

union all by name

select
    wave,
    response_id,
    'home_visits' as question,
    cast(null as varchar) as item,
    [home_visits] as chosen
from pillar_3
where home_visits is not null

union all by name

select
    wave,
    response_id,
    'visit_executors' as question,
    cast(null as varchar) as item,
    visit_executors as chosen
from pillar_3
where visit_executors is not null

union all by name

select
    wave,
    response_id,
    'involvement_activities' as question,
    cast(null as varchar) as item,
    [involvement_activities] as chosen
from pillar_3
where involvement_activities is not null

union all by name

select
    wave,
    response_id,
    'involvement_policy' as question,
    cast(null as varchar) as item,
    [involvement_policy] as chosen
from pillar_3
where involvement_policy is not null

union all by name

select
    wave,
    response_id,
    'effective_interventions' as question,
    cast(null as varchar) as item,
    [effective_interventions] as chosen
from pillar_4
where effective_interventions is not null

union all by name

select
    wave,
    response_id,
    'long_term_vision' as question,
    cast(null as varchar) as item,
    [long_term_vision] as chosen
from pillar_4
where long_term_vision is not null

union all by name

select
    wave,
    response_id,
    'temporary_funding' as question,
    cast(null as varchar) as item,
    [temporary_funding] as chosen
from pillar_4
where temporary_funding is not null

union all by name

select
    wave,
    response_id,
    'best_practices' as question,
    cast(null as varchar) as item,
    best_practices as chosen
from pillar_4
where best_practices is not null

union all by name

select
    wave,
    response_id,
    'learning_practice' as question,
    cast(null as varchar) as item,
    learning_practice as chosen
from pillar_4
where learning_practice is not null

union all by name

select
    wave,
    response_id,
    'monitoring' as question,
    cast(null as varchar) as item,
    [monitoring] as chosen
from pillar_5
where monitoring is not null

union all by name

select
    wave,
    response_id,
    'monitoring_use' as question,
    cast(null as varchar) as item,
    [monitoring_use] as chosen
from pillar_5
where monitoring_use is not null

union all by name

select
    wave,
    response_id,
    'ggd_extra_measurement' as question,
    cast(null as varchar) as item,
    [ggd_extra_measurement] as chosen
from pillar_5
where ggd_extra_measurement is not null

union all by name

select
    wave,
    response_id,
    'covid_effect' as question,
    cast(null as varchar) as item,
    covid_effect as chosen
from covid
where covid_effect is not null

union all by name

select
    wave,
    response_id,
    'challenges' as question,
    cast(null as varchar) as item,
    challenges as chosen
from needs
where challenges is not null;

comment on column answer.wave
is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column answer.response_id
is 'Nummer van de respondent, uniek binnen de meting.';
comment on column answer.question
is 'Vraag (codeboek).';
comment on column answer.item
is 'Onderwerp van een matrixvraag; leeg bij een andere vraag.';
comment on column answer.chosen
is 'Gekozen antwoorden; een lege lijst is ook een antwoord.';

-- One row per released group, in the order in which a reader sees them. Two groups divide the country along each
-- dimension, so that what is told of one follows for the other; place_groups are the smaller parts that it is made of,
-- which an old address may name.
create table release_group as
with places (dimension, group_name, place_groups, group_order) as (
    values
    ('nation', 'nederland', ['nederland'], 0),
    ('region', 'noord-oost', ['noord', 'oost'], 1),
    ('region', 'west-zuid', ['west', 'zuid'], 2),
    ('urbanity', 'stedelijk', ['stedelijk'], 3),
    ('urbanity', 'matig-stedelijk-landelijk', ['matig-stedelijk', 'landelijk'], 4),
    ('history', 'nieuw', ['nieuw'], 5),
    ('history', 'vaker', ['vaker'], 6)
)

select
    dimension,
    group_name,
    place_groups,
    group_order
from places;

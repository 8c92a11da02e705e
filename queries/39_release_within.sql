-- All places to which a respondent belongs by which figures are released: country, region, kind of town, new or not. An
-- empty one is in the list where it is unknown.
create macro release_within(province, urbanity_class, is_new) as [
    'nederland',
    release_region(province),
    release_urbanity(urbanity_class),
    case when is_new then 'nieuw' when not is_new then 'vaker' end
];

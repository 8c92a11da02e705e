-- One row per municipality that ended and each municipality that took over (part of) it.
create table municipality_change (
    changed_on date not null,
    old_code varchar not null references municipality (code),
    new_code varchar not null references municipality (code),
    kind varchar not null check (kind in ('merged', 'split', 'absorbed')),
    primary key (old_code, new_code)
);

comment on column municipality_change.changed_on is 'Datum van de herindeling.';
comment on column municipality_change.old_code is 'Gemeente die ophield te bestaan.';
comment on column municipality_change.new_code is 'Gemeente die haar (voor een deel) overnam.';
comment on column municipality_change.kind is 'Samengevoegd (merged), verdeeld (split) of opgenomen (absorbed).';

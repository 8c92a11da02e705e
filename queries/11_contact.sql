-- One row per contact and wave in which the contact was asked to answer.
create table contact (
    wave integer not null references wave (wave),
    municipality_code varchar not null references municipality (code),
    represents varchar[] not null,
    joined_in integer not null,
    example_for varchar[] not null,
    primary key (wave, municipality_code)
);

comment on column contact.wave is 'Meting: het jaar waarin de vragenlijst begon.';
comment on column contact.municipality_code is 'Gemeente van de contactpersoon.';
comment on column contact.represents is 'Codes van de andere gemeenten waar de contactpersoon voor staat.';
comment on column contact.joined_in is 'Eerste meting waarin de gemeente bij het programma hoorde.';
comment on column contact.example_for is 'Onderdelen waarvoor de gemeente als voorbeeld genoemd mag worden.';

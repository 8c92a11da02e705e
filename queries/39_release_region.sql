-- The region of a province, one of the places by which figures are released; empty where there is no province.
create macro release_region(province) as case
    when province in ('Groningen', 'Fryslân', 'Drenthe') then 'noord'
    when province in ('Overijssel', 'Flevoland', 'Gelderland') then 'oost'
    when province in ('Utrecht', 'Noord-Holland', 'Zuid-Holland', 'Zeeland') then 'west'
    when province in ('Noord-Brabant', 'Limburg') then 'zuid'
end;

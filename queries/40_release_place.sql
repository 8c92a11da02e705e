-- The region of a province and the kind of town of an urbanity class: the places by which figures are released.
create macro release_region(province) as case
    when province in ('Groningen', 'Fryslân', 'Drenthe') then 'noord'
    when province in ('Overijssel', 'Flevoland', 'Gelderland') then 'oost'
    when province in ('Utrecht', 'Noord-Holland', 'Zuid-Holland', 'Zeeland') then 'west'
    when province in ('Noord-Brabant', 'Limburg') then 'zuid'
end;

create macro release_urbanity(urbanity_class) as case
    when urbanity_class in (1, 2) then 'stedelijk'
    when urbanity_class = 3 then 'matig-stedelijk'
    when urbanity_class in (4, 5) then 'landelijk'
end;

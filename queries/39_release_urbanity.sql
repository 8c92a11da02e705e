-- The kind of town of an urbanity class, one of the places by which figures are released; empty where there is none.
create macro release_urbanity(urbanity_class) as case
    when urbanity_class in (1, 2) then 'stedelijk'
    when urbanity_class = 3 then 'matig-stedelijk'
    when urbanity_class in (4, 5) then 'landelijk'
end;

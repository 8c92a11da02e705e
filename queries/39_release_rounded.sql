-- A count of a group as it is released: rounded to 5. A whole number never lies halfway.
create macro release_rounded(n) as cast(5 * round(n / 5) as integer);

-- One text per wave, question, item and answer, by which the tables of the release meet; a question without items has
-- an empty place in it. Empty itself where there is no answer. The names are ids of the codebook, without a slash.
create macro release_key(wave, question, item, answer) as wave || '/' || question || '/' || coalesce(item, '') || '/' || answer;

-- One row per kommune and dimension of a survey round, instrument and aspect.
select kommune, dimension, mean, n, sd, q1, median, q3, at_an_end, alike
from visible_or_blank($kommuner, $opened, $invented_only, $counted, $min_respondents)
where survey_round = $survey_round and instrument = $instrument and aspect = $aspect
order by kommune, dimension

-- One row per dimension and kommune with a score that counts, of some kommuner; for who is not named.
select dimension, mean, kommune
from counted_in_groups($counted, $invented_only, $min_respondents)
where survey_round = $survey_round and instrument = $instrument and aspect = $aspect
    and list_contains($members, kommune)
order by dimension, mean

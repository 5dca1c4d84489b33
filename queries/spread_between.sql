-- One row per dimension: how far the kommuner of a group stand apart.
select dimension, count(*) as k, list(kommune) as counting, min(mean) as lowest, quantile_cont(mean, 0.25) as q1, median(mean) as median,
    quantile_cont(mean, 0.75) as q3, max(mean) as highest
from counted_score($counted, $invented_only)
where survey_round = $survey_round and instrument = $instrument and aspect = $aspect
    and list_contains($members, kommune) and n >= $min_respondents
group by dimension
order by dimension

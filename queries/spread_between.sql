-- One row per dimension: how far the kommuner of a group stand apart.
select dimension, count(*) as k, list(kommune order by kommune) as counting, list(mean order by kommune) as means, min(mean) as lowest, quantile_cont(mean, 0.25) as q1, median(mean) as median,
    quantile_cont(mean, 0.75) as q3, max(mean) as highest
from counted_in_groups($counted, $invented_only, $min_respondents)
where survey_round = $survey_round and instrument = $instrument and aspect = $aspect
    and list_contains($members, kommune)
group by dimension
order by dimension

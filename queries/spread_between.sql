-- One row per dimension: how far the kommuner of a group stand apart.
select dimension, count(*) as k, list(kommune order by kommune) as counting, list(mean order by kommune) as means,
    told(min(mean), count(*), $exact, false) as lowest, told(quantile_cont(mean, 0.25), count(*), $exact, false) as q1,
    told(median(mean), count(*), $exact, false) as median, told(quantile_cont(mean, 0.75), count(*), $exact, false) as q3,
    told(max(mean), count(*), $exact, false) as highest
from counted_in_groups($counted, $invented_only, $min_respondents)
where survey_round = $survey_round and instrument = $instrument and aspect = $aspect
    and list_contains($members, kommune)
group by dimension
order by dimension

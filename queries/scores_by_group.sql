-- One row per dimension: the mean over the kommuner of a group whose own score may be shown.
select dimension, told(avg(mean), count(*), $exact, $offered) as mean, count(*) as k, list(kommune) as counting
from counted_in_groups($counted, $invented_only, $min_respondents)
where survey_round = $survey_round and instrument = $instrument and aspect = $aspect
    and list_contains($members, kommune)
group by dimension
order by dimension

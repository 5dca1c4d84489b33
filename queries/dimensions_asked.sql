-- One row per dimension that anybody has a score on, in a survey round, instrument and aspect.
select distinct dimension
from counted_score($counted, $invented_only)
where survey_round = $survey_round and instrument = $instrument and aspect = $aspect
order by dimension

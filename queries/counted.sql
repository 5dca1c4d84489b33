-- One row per survey round, dimension, aspect and kommune that counts in a group.
select survey_round, dimension, aspect, kommune
from counted_score($counted, $invented_only)
where instrument = $instrument and n >= $min_respondents
order by dimension, survey_round, aspect, kommune

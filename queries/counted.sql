-- One row per survey round, dimension, aspect and kommune that counts in a group, with its score and answers.
select survey_round, dimension, aspect, kommune, mean, n
from counted_in_groups($counted, $invented_only, $min_respondents)
where instrument = $instrument
order by dimension, survey_round, aspect, kommune

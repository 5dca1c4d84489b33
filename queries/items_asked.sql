-- One row per dimension of a survey round, instrument and aspect: the items that were asked.
select dimension, list_sort(list_distinct(flatten(list(items)))) as items
from counted_asked($counted, $invented_only)
where survey_round = $survey_round and instrument = $instrument and aspect = $aspect
group by dimension
order by dimension

-- One row per survey round and instrument.
select survey_round, module, phase, instrument, max(answered_at) as answered_at, bool_and(invented) as invented,
    count(distinct kommune) filter (where n >= $min_respondents) as k
from counted_score($counted, $invented_only)
where aspect <> 'gap'
group by all
order by answered_at, survey_round, instrument

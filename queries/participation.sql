-- One row per survey round and kommune that answered: the most respondents over its instruments.
select survey_round, module, phase, kommune, max(n) as n
from visible_score($kommuner, $opened, $invented_only)
where aspect <> 'gap'
group by all
order by survey_round, kommune

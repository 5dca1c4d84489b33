-- One row per survey round and part: how many of its kommuner have answers enough to count.
select survey_round, part, count(distinct kommune) as k
from counted_score($counted, $invented_only)
inner join (select unnest($parts::struct(kommune text, part text)[], recursive := true)) using (kommune)
where aspect <> 'gap' and n >= $min_respondents
group by survey_round, part
order by survey_round, part

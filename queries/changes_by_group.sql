-- One row per dimension: a group's means in two survey rounds, over the kommuner shown in both.
select dimension, told(avg(before.mean), count(*), $exact, $offered) as earlier,
    told(avg(after.mean), count(*), $exact, $offered) as later, count(*) as k, list(kommune) as counting
from counted_in_groups($counted, $invented_only, $min_respondents) as before
inner join counted_in_groups($counted, $invented_only, $min_respondents) as after using (kommune, instrument, dimension, aspect)
where before.survey_round = $earlier and after.survey_round = $later
    and instrument = $instrument and aspect = $aspect and list_contains($members, kommune)
group by dimension
order by dimension

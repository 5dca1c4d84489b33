-- One row per kommune and dimension: the people with a score in both of two survey rounds.
select kommune, dimension, same.n, same.earlier, same.later, before.n - same.n as left, after.n - same.n as joined,
    before.at_an_end or after.at_an_end or same.at_an_end as at_an_end, same.alike, same.fewest
from visible_score($kommuner, $opened, $invented_only) as before
inner join visible_score($kommuner, $opened, $invented_only) as after using (kommune, instrument, dimension, aspect)
inner join visible_same($kommuner, $invented_only) as same using (kommune, instrument, dimension, aspect)
where before.survey_round = $earlier and after.survey_round = $later and instrument = $instrument and aspect = $aspect
    and same.earlier_round = $earlier and same.later_round = $later
order by kommune, dimension

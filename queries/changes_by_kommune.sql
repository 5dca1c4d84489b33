-- One row per kommune and dimension that have a score in both of two survey rounds.
select kommune, dimension, before.mean as earlier, after.mean as later, before.n as n_earlier, after.n as n_later,
    before.sd as sd_earlier, after.sd as sd_later, before.alike as alike_earlier, after.alike as alike_later,
    before.at_an_end or after.at_an_end as at_an_end
from visible_or_blank($kommuner, $opened, $invented_only, $counted, $min_respondents) as before
inner join visible_or_blank($kommuner, $opened, $invented_only, $counted, $min_respondents) as after using (kommune, instrument, dimension, aspect)
where before.survey_round = $earlier and after.survey_round = $later and instrument = $instrument and aspect = $aspect
order by kommune, dimension

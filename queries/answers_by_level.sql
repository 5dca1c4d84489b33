-- One row per dimension and level of the scale: how many of a kommune's people have such a score.
select dimension, level.key as level, level.value as people, n, at_an_end, alike
from (
    select dimension, n, at_an_end, alike, unnest(coalesce(map_entries(people_at), [null])) as level
    from visible_or_blank($kommuner, $opened, $invented_only, $counted, $min_respondents)
    where survey_round = $survey_round and instrument = $instrument and aspect = $aspect and kommune = $kommune
)
order by dimension, level

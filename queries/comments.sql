-- One row per comment, in an order that tells neither who wrote it nor when.
select survey_round, module, kommune, text, themes, count(*) over () as found
from visible_comment($kommuner, $invented_only, $min_respondents_detail)
where kind = $kind and list_contains($survey_rounds, survey_round) and list_contains($among, kommune)
    and ($theme is null or list_contains(themes, $theme))
    and len(list_filter($words::text[], lambda word: not contains(lower(text), word))) = 0
order by md5(concat(text, kommune, survey_round)), themes
limit $most

-- One row per survey round, kommune and theme of a kind of comment; theme null: comments without any.
select survey_round, module, kommune, theme, people, n
from visible_theme($kommuner, $invented_only)
where kind = $kind
order by survey_round, kommune, theme

-- One row per survey round and kommune whose answers differ between two versions.
select survey_round, kommune, added, changed, removed
from visible_change($kommuner, $invented_only)
order by survey_round, kommune

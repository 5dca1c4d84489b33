-- One row per table of the database of two versions; like _schema.sql, it names Parquet.
create table change (
    survey_round text not null, kommune text not null, added bigint not null, changed bigint not null,
    removed bigint not null, invented boolean not null
);

-- One row per survey round and kommune with an answer that only one version has, or that differs. The files
-- are those that only one version has; `earlier` are those of the earlier one. The same answer is one of the
-- same person to the same statement, or of a kommune where only means are known; a comment is its own words. Why there is
-- no score may be told in another language, and is no difference.
create macro changes_between(files, earlier) as table
with answer as (
    select
        survey_round, kommune, kind, instrument, dimension, item, aspect, respondent, score, n, invented,
        case when kind <> 'score' then text end as words,
        list_contains(earlier, filename) as before
    from read_parquet(files, hive_partitioning = false, filename = true)
),
pair as (
    select
        survey_round, kommune, kind, instrument, dimension, item, aspect, respondent, words,
        count(*) filter (before) as earlier_rows, count(*) filter (not before) as later_rows,
        max(score) filter (before) is distinct from max(score) filter (not before)
            or max(n) filter (before) is distinct from max(n) filter (not before) as differs,
        bool_and(invented) as invented
    from answer
    group by all
)
select
    survey_round, kommune, count(*) filter (earlier_rows = 0) as added,
    count(*) filter (earlier_rows > 0 and later_rows > 0 and differs) as changed,
    count(*) filter (later_rows = 0) as removed, bool_and(invented) as invented
from pair
group by survey_round, kommune
having added + changed + removed > 0;

create macro visible_change(kommuner, invented_only) as table
    select survey_round, kommune, added, changed, removed
    from change
    where list_contains(kommuner, kommune) and (invented or not invented_only);

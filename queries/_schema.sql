-- One row per table of the serving database. The only file that names Parquet.
create table score (
    survey_round text not null, module text not null, phase text not null, instrument text not null,
    kommune text not null, dimension text not null, aspect text not null,
    mean double, n bigint not null, sd double, q1 double, median double, q3 double,
    invented boolean not null, answered_at date
);

create macro all_invented(files) as table
    select bool_and(invented) from read_parquet(files, hive_partitioning = false);

create macro rounds_answered(files) as table
    select distinct survey_round
    from read_parquet(files, hive_partitioning = false)
    where kind = 'score'
    order by survey_round;

-- One row per kommune, instrument, dimension and aspect of one survey round.
create macro scores_of_round(files, asked) as table
with answer as not materialized (  -- read twice, since keeping it would take gigabytes
    select instrument, kommune, respondent, dimension, aspect, score, n
    from read_parquet(files, hive_partitioning = false)
    where kind = 'score' and survey_round = asked
),
-- A person counts on a dimension once at least half of its items are answered. The pseudonym has
-- 64 bits, as its hash has; grouping by the number takes half the time of grouping by the text.
person as (
    select instrument, kommune, dimension, aspect, avg(score) as score
    from answer
    where respondent is not null
    group by instrument, kommune, dimension, aspect, hash(respondent)
    having count(score) * 2 >= count(*)
),
kommune_score as (
    select
        instrument, kommune, dimension, aspect, avg(score) as mean, count(score) as n,
        stddev_samp(score) as sd, quantile_cont(score, [0.25, 0.5, 0.75]) as quartile
    from person
    group by all
    union all
    select instrument, kommune, dimension, aspect, score, n, null, null
    from answer
    where respondent is null
),
with_gap as (
    select instrument, kommune, dimension, aspect, mean, n, sd, quartile
    from kommune_score
    union all
    select
        now.instrument, now.kommune, now.dimension, 'gap', target.mean - now.mean, least(now.n, target.n), null, null
    from kommune_score as now
    inner join kommune_score as target using (instrument, kommune, dimension)
    where now.aspect = 'now' and target.aspect = 'target'
),
about as (
    select
        survey_round, instrument, kommune, any_value(module) as module, any_value(phase) as phase,
        bool_and(invented) as invented, max(answered_at) as answered_at
    from read_parquet(files, hive_partitioning = false)
    where kind = 'score' and survey_round = asked
    group by all
)
select
    about.survey_round, about.module, about.phase, instrument, kommune, dimension, aspect,
    mean, n, sd, quartile[1] as q1, quartile[2] as median, quartile[3] as q3, about.invented, about.answered_at
from with_gap
inner join about using (instrument, kommune)
where n > 0;

create macro visible_score(kommuner, invented_only) as table
    select
        survey_round, module, phase, instrument, kommune, dimension, aspect,
        mean, n, sd, q1, median, q3, invented, answered_at
    from score
    where list_contains(kommuner, kommune) and (invented or not invented_only);

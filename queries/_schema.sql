-- One row per table of the serving database. The only file that names Parquet.
create table score as
with answer as (
    select
        survey_round, module, phase, instrument, kommune, respondent, dimension, aspect, score, n, invented, answered_at
    from read_parquet(getvariable('files'))
    where kind = 'score'
),
person as (
    select
        survey_round, module, phase, instrument, kommune, respondent, dimension, aspect,
        avg(score) as score, any_value(invented) as invented, max(answered_at) as answered_at
    from answer
    where respondent is not null
    group by all
    having count(score) * 2 >= count(*)
),
kommune_score as (
    select
        survey_round, module, phase, instrument, kommune, dimension, aspect,
        avg(score) as mean, count(score) as n, stddev_samp(score) as sd,
        quantile_cont(score, 0.25) as q1, median(score) as median, quantile_cont(score, 0.75) as q3,
        any_value(invented) as invented, max(answered_at) as answered_at
    from person
    group by all
    union all
    select
        survey_round, module, phase, instrument, kommune, dimension, aspect,
        score, n, null, null, null, null, invented, answered_at
    from answer
    where respondent is null
)
select
    survey_round, module, phase, instrument, kommune, dimension, aspect,
    mean, n, sd, q1, median, q3, invented, answered_at
from kommune_score
where n > 0
union all
select
    now.survey_round, now.module, now.phase, now.instrument, now.kommune, now.dimension, 'gap',
    target.mean - now.mean, least(now.n, target.n), null, null, null, null, now.invented, now.answered_at
from kommune_score as now
inner join kommune_score as target
    on now.survey_round = target.survey_round and now.instrument = target.instrument
    and now.kommune = target.kommune and now.dimension = target.dimension
where now.aspect = 'now' and target.aspect = 'target';

create macro visible_score(kommuner, invented_only) as table
    select
        survey_round, module, phase, instrument, kommune, dimension, aspect,
        mean, n, sd, q1, median, q3, invented, answered_at
    from score
    where list_contains(kommuner, kommune) and (invented or not invented_only);

-- One row per table of the serving database. The only file that names Parquet.
create table scale (instrument text not null, bottom double not null, top double not null);
create table score (
    survey_round text not null, module text not null, phase text not null, instrument text not null,
    kommune text not null, dimension text not null, aspect text not null,
    mean double, n bigint not null, sd double, q1 double, median double, q3 double,
    people_at map(integer, ubigint),  -- people by their score, rounded half up; null: only means
    at_an_end boolean not null, alike boolean not null,
    invented boolean not null, answered_at date
);
create table asked (
    survey_round text not null, instrument text not null, kommune text not null,
    dimension text not null, aspect text not null, items text[] not null, invented boolean not null
);
create table same_person (
    earlier_round text not null, later_round text not null, instrument text not null,
    kommune text not null, dimension text not null, aspect text not null,
    n bigint not null, earlier double not null, later double not null,
    fewest bigint,  -- of the parts in which the earlier round is by who came before and who stays; null: no such
    at_an_end boolean not null, alike boolean not null
);
-- What people wrote, without who, when or in what role; and how many gave each theme.
create table comment (
    survey_round text not null, module text not null, kommune text not null, kind text not null,
    text text not null, themes text[] not null, n bigint not null, invented boolean not null
);
create table theme (
    survey_round text not null, module text not null, kommune text not null, kind text not null,
    theme text, people bigint not null, n bigint not null, invented boolean not null
);

create table about (all_invented boolean not null);

create macro all_invented(files) as table
    select bool_and(invented) from read_parquet(files, hive_partitioning = false);

create macro rounds_answered(files) as table
    select distinct survey_round
    from read_parquet(files, hive_partitioning = false)
    where kind = 'score'
    order by survey_round;

-- One row per instrument and survey round in which people answered it, oldest first.
create view rounds_of_people as
    select instrument, survey_round
    from score
    where people_at is not null
    group by instrument, survey_round
    order by instrument, max(answered_at), survey_round;

-- A mean that nobody can be more than half a step from an end of the scale at tells what each
-- answered. That it is withheld tells no more than that it is one of the two ends.
create macro at_an_end(n, mean, bottom, top) as coalesce(n * least(mean - bottom, top - mean) <= 0.5 + 1e-9, true);

-- Answers within half a step tell each other once their spread is told. That it is withheld would
-- tell them too where all are whole numbers and so is their mean: hence also those where two differ
-- by one step. `squares` is the sum of the squared deviations.
create macro near(lowest, highest) as coalesce(highest - lowest <= 0.5 + 1e-9, false);
create macro alike(lowest, highest, mean, squares) as
    near(lowest, highest) or coalesce(abs(mean - round(mean)) < 1e-9 and squares <= 2 + 1e-9, false);

-- A person counts on a dimension once at least half of its items are answered. The pseudonym has
-- 64 bits, as its hash has; grouping by the number takes half the time of grouping by the text.
create macro people_of_round(files, asked_in) as table
    select instrument, kommune, dimension, aspect, hash(respondent) as person, avg(score) as score
    from read_parquet(files, hive_partitioning = false)
    where kind = 'score' and survey_round = asked_in and respondent is not null
    group by instrument, kommune, dimension, aspect, hash(respondent)
    having count(score) * 2 >= count(*);

-- One row per kommune, instrument, dimension and aspect of one survey round.
create macro scores_of_round(files, asked_in) as table
with kommune_score as (
    select
        instrument, kommune, dimension, aspect, avg(score) as mean, count(score) as n,
        min(score) as lowest, max(score) as highest, stddev_samp(score) as sd, quantile_cont(score, [0.25, 0.5, 0.75]) as quartile,
        histogram(cast(floor(score + 0.5) as integer)) as people_at
    from people_of_round(files, asked_in)
    group by all
    union all
    select instrument, kommune, dimension, aspect, score, n, null, null, null, null, null
    from read_parquet(files, hive_partitioning = false)
    where kind = 'score' and survey_round = asked_in and respondent is null
),
judged as (
    select
        instrument, kommune, dimension, aspect, mean, n, sd, quartile, people_at,
        at_an_end(n, mean, bottom, top) as at_an_end, alike(lowest, highest, mean, sd * sd * (n - 1)) as alike
    from kommune_score
    left join scale using (instrument)
),
with_gap as (
    from judged
    union all
    select
        now.instrument, now.kommune, now.dimension, 'gap', target.mean - now.mean, least(now.n, target.n), null, null,
        null, now.at_an_end or target.at_an_end, false
    from judged as now
    inner join judged as target using (instrument, kommune, dimension)
    where now.aspect = 'now' and target.aspect = 'target'
),
about as (
    select
        survey_round, instrument, kommune, any_value(module) as module, any_value(phase) as phase,
        bool_and(invented) as invented, max(answered_at) as answered_at
    from read_parquet(files, hive_partitioning = false)
    where kind = 'score' and survey_round = asked_in
    group by all
)
-- Rounded where the noise of sums begins: the order of the rows would else turn 0 into +0,0 or −0,0.
select
    about.survey_round, about.module, about.phase, instrument, kommune, dimension, aspect,
    round(mean, 12) as mean, n, sd, quartile[1] as q1, quartile[2] as median, quartile[3] as q3, people_at,
    at_an_end, alike, about.invented, about.answered_at
from with_gap
inner join about using (instrument, kommune)
where n > 0;

-- What may be seen by name: kommuner whole, and of those opened («framework kommune») the profile.
create macro visible_score(kommuner, opened, invented_only) as table
    with seen as (
        select *, list_contains(kommuner, kommune) as whole
        from score
        where (whole or list_contains(opened, instrument || ' ' || kommune)) and (invented or not invented_only)
    )
    select
        survey_round, module, phase, instrument, kommune, dimension, aspect, mean, n,
        case when whole then sd end as sd, case when whole then q1 end as q1,
        case when whole then median end as median, case when whole then q3 end as q3,
        case when whole then people_at end as people_at, at_an_end, alike, invented, answered_at
    from seen;

-- What counts in groups: no row of it may leave a query by itself.
create macro counted_score(counted, invented_only) as table
    select survey_round, module, phase, instrument, kommune, dimension, aspect, mean, n, invented, answered_at
    from score
    where list_contains(counted, kommune) and (invented or not invented_only);

-- What is seen by name, and n 0 where nobody in a kommune answered what others of the round did and that must
-- not be told: beside what is withheld of so few, a blank would say what these few left out.
create macro visible_or_blank(kommuner, opened, invented_only, counted, least) as table
    with seen as (select * from visible_score(kommuner, opened, invented_only)),
    asked_there as (
        select distinct survey_round, module, phase, instrument, dimension, aspect
        from counted_score(counted, invented_only)
    ),
    few as (
        select survey_round, instrument, kommune from seen group by all having min(n) < least
        union
        select survey_round, instrument, kommune
        from (select survey_round, kommune from seen group by all having max(n) < least)
        inner join (select distinct survey_round, instrument from asked_there) using (survey_round)
        where list_contains(kommuner, kommune)
    )
    select * from seen
    union all by name
    select survey_round, module, phase, instrument, kommune, dimension, aspect, 0 as n
    from few
    inner join asked_there using (survey_round, instrument)
    anti join seen using (survey_round, instrument, kommune, dimension, aspect);

-- The kommuner behind a group's score: those whose own may be shown, for a known sum gives away the rest.
create macro counted_in_groups(counted, invented_only, least) as table
    select survey_round, instrument, kommune, dimension, aspect, mean, n
    from score
    where list_contains(counted, kommune) and (invented or not invented_only) and n >= least and not at_an_end;

-- A group's score as it is told. Scores are fractions of few people: a mean in full tells which, to who does
-- not see them all. So it is rounded to one decimal, as it is written; that of a group that is offered, and has
-- thirty kommuner or more (of fewer, three unseen of few people have been found), is cut after two. Written with one it must be the same as in full: so what lies above a
-- half is not cut to the half.
create macro cut(score) as
    trunc(score) + case when abs(trunc(score)) % 10 = 5 and score <> trunc(score) then sign(score) else 0 end;
create macro told(score, k, exact, offered) as case
    when exact then round(score, 12)
    when offered and k >= 30 then cut(round(score * 100, 7)) / 100
    else round_even(round(score, 9), 1)
end;

-- One row per kommune, instrument, dimension and aspect of one survey round: the items asked.
create macro asked_in_round(files, asked_in) as table
    select
        survey_round, instrument, kommune, dimension, aspect,
        coalesce(list_sort(list(distinct item) filter (where item is not null)), []),
        bool_and(invented)
    from read_parquet(files, hive_partitioning = false)
    where kind = 'score' and survey_round = asked_in
    group by survey_round, instrument, kommune, dimension, aspect;

-- One row per kommune, instrument, dimension and aspect: those who have a score in both rounds, and
-- whether what they, those who left or those who joined answered would follow from the means of each. Of the
-- earlier round the means of who had come before it are told too, beside the round before that: so those who
-- came and stay, came and leave, are new and stay, and are new and leave, are looked at as well.
create macro same_people_in(files, before_round, earlier_round, later_round, asked_of) as table
with pair as (
    select
        instrument, kommune, dimension, aspect, before.score as earlier, after.score as later,
        first.score is not null as came
    from people_of_round(files, earlier_round) as before
    full join people_of_round(files, later_round) as after using (instrument, kommune, dimension, aspect, person)
    left join people_of_round(files, before_round) as first using (instrument, kommune, dimension, aspect, person)
    where list_contains(asked_of, instrument)
),
quarter as (
    select
        instrument, kommune, dimension, aspect, came, later is not null as stays, count(*) as n,
        avg(earlier) as mean, min(earlier) as lowest, max(earlier) as highest
    from pair
    where earlier is not null
    group by all
),
crossed as (
    select
        instrument, kommune, dimension, aspect, min(n) as fewest,
        bool_or(at_an_end(n, mean, bottom, top)) as at_an_end, bool_or(near(lowest, highest)) as alike
    from quarter
    left join scale using (instrument)
    group by instrument, kommune, dimension, aspect
    having count(distinct came) > 1 and count(distinct stays) > 1
),
answer as (
    select instrument, kommune, dimension, aspect, 'earlier' as side, later is not null as same, earlier as score
    from pair
    where earlier is not null
    union all
    select instrument, kommune, dimension, aspect, 'later', earlier is not null, later
    from pair
    where later is not null
),
part as (
    select
        instrument, kommune, dimension, aspect, side, same, count(*) as n, avg(score) as mean,
        min(score) as lowest, max(score) as highest,
        count(*) over (partition by instrument, kommune, dimension, aspect, side) > 1 as split
    from answer
    group by instrument, kommune, dimension, aspect, side, same
)
select
    earlier_round, later_round, instrument, kommune, dimension, aspect, max(n) filter (same),
    max(mean) filter (same and side = 'earlier'), max(mean) filter (same and side = 'later'),
    any_value(crossed.fewest), bool_or(at_an_end(n, mean, bottom, top) or coalesce(crossed.at_an_end, false)),
    bool_or((split and near(lowest, highest)) or coalesce(crossed.alike, false))
from part
left join scale using (instrument)
left join crossed using (instrument, kommune, dimension, aspect)
group by instrument, kommune, dimension, aspect
having bool_or(same);

-- One row per survey round and kommune with answers: how many people answered it.
create macro people_in_rounds(files) as table
    select survey_round, kommune, max(n) as voices
    from (
        select survey_round, kommune, n from score where aspect <> 'gap'
        union all
        select survey_round, kommune, count(distinct respondent)
        from read_parquet(files, hive_partitioning = false)
        where kind <> 'score'
        group by survey_round, kommune
    )
    group by all;

-- One row per comment. In an order that tells neither who nor when.
create macro comments_in(files) as table
    select survey_round, module, kommune, kind, text, coalesce(themes, []), voices, invented
    from read_parquet(files, hive_partitioning = false)
    inner join people_in_rounds(files) using (survey_round, kommune)
    where kind <> 'score' and trim(coalesce(text, '')) <> ''
    order by md5(concat(text, kommune, survey_round)), themes, kind;

-- One row per survey round, kommune, kind and theme; theme null: comments without any.
create macro themes_in(files) as table
    select survey_round, module, kommune, kind, theme, count(distinct respondent), any_value(voices), bool_and(invented)
    from (
        select survey_round, module, kommune, kind, respondent, invented, unnest(themes) as theme
        from read_parquet(files, hive_partitioning = false)
        where kind <> 'score' and len(themes) > 0
        union all
        select survey_round, module, kommune, kind, respondent, invented, null
        from read_parquet(files, hive_partitioning = false)
        where kind <> 'score' and coalesce(len(themes), 0) = 0
    )
    inner join people_in_rounds(files) using (survey_round, kommune)
    group by survey_round, module, kommune, kind, theme;

create macro visible_same(kommuner, invented_only) as table
    with answered as (select distinct survey_round, kommune from visible_score(kommuner, [], invented_only))
    select
        earlier_round, later_round, instrument, same_person.kommune, dimension, aspect, n, earlier, later, fewest,
        at_an_end, alike
    from same_person
    inner join answered as before on before.survey_round = earlier_round and before.kommune = same_person.kommune
    inner join answered as after on after.survey_round = later_round and after.kommune = same_person.kommune;

create macro counted_asked(counted, invented_only) as table
    select survey_round, instrument, dimension, aspect, items
    from asked
    where list_contains(counted, kommune) and (invented or not invented_only);

create macro visible_comment(kommuner, invented_only, least) as table
    select survey_round, module, kommune, kind, text, themes
    from comment
    where list_contains(kommuner, kommune) and (invented or not invented_only) and n >= least;

create macro visible_theme(kommuner, invented_only) as table
    select survey_round, module, kommune, kind, theme, people, n
    from theme
    where list_contains(kommuner, kommune) and (invented or not invented_only);

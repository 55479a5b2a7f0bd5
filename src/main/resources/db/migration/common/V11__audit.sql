-- What staff asked for and what came of it. Each hash covers its row and the hash of the row before it: what is changed,
-- removed or put in afterwards is found. Only ever added to.
create table audit (
    id ${id},
    at bigint not null,
    done_by text not null,
    origin text not null,
    act text not null,
    subject text not null,
    answers bigint references audit (id),
    status integer,
    hash text not null
);
create index audit_of on audit (done_by, id);

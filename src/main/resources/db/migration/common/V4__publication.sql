-- Mapping sets by their digest, as a zip of their files, and which was published when; the newest is the one to run.
create table mapping_set (
    digest text primary key,
    files ${bytes} not null
);

create table publication (
    id ${id},
    digest text not null references mapping_set (digest),
    at bigint not null,
    cause text not null,
    done_by text not null,
    instance text not null,
    reason text not null
);
create index publication_of on publication (digest, id);

-- What each gateway process runs, as it says itself.
create table instance (
    name text primary key,
    digest text not null,
    publication bigint not null,
    since bigint not null,
    seen_at bigint not null,
    note text
);

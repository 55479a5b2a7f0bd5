-- What staff set for a peer while the gateway runs; a name that is absent is as configured.
create table peer_setting (
    peer text not null,
    name text not null,
    value text not null,
    at bigint not null,
    done_by text not null,
    reason text not null,
    primary key (peer, name)
);

create table peer_setting_change (
    id ${id},
    peer text not null,
    name text not null,
    was text,
    becomes text,
    at bigint not null,
    done_by text not null,
    reason text not null
);
create index peer_setting_change_of on peer_setting_change (peer, id);

-- A delivery may be one part of a message that goes in several: an overflow of text, an attachment.
alter table delivery add column part text;

-- A file of a case: named in a message, fetched or uploaded, checked, kept outside the database under its address. A row
-- that nothing more happens to by itself has a settled_at. What a peer said of the file (its name among it) is sealed; what
-- a message of the case said (named) is not overwritten by what an upload says.

create table attachment (
    id ${id},
    public_id text not null unique,
    peer text not null,
    case_ref text not null,
    file_id text not null,
    case_id bigint references cases (id),
    state text not null,
    due bigint not null,
    attempts integer not null,
    fence bigint not null,
    lease_until bigint,
    created_at bigint not null,
    settled_at bigint,
    reason text,
    address text,
    size bigint,
    media_type text,
    named integer not null,
    described_key text not null,
    described ${bytes} not null,
    unique (peer, case_ref, file_id)
);
create index attachment_due on attachment (due, id) where settled_at is null;
create index attachment_of on attachment (case_id, id) where case_id is not null;
create index attachment_address on attachment (address) where address is not null;
create index attachment_state on attachment (state, id);

create table attachment_replay (
    id ${id},
    attachment_id bigint not null references attachment (id),
    at bigint not null,
    done_by text not null,
    reason text not null
);
create index attachment_replay_of on attachment_replay (attachment_id, id);

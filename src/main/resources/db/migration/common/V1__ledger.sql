-- Times are milliseconds since 1970. A column ending in _key names the key that sealed the value beside it.
-- An open row has no decided_at or settled_at: those two carry the partial indexes, not the state, because the state
-- changes with every claim and PostgreSQL rewrites every index when an indexed column changes.

create table message (
    id ${id},
    receipt text not null unique,
    peer text not null,
    name text not null,
    message_key text not null,
    lane text not null,
    state text not null,
    content_type text not null,
    payload_hash text not null,
    received_at bigint not null,
    decided_at bigint,
    reason text,
    waiting_on text,
    raw_key text not null,
    raw ${bytes} not null,
    unique (peer, name, message_key)
);
create index message_open on message (peer, lane, id) where decided_at is null;
create index message_waiting on message (waiting_on, id) where waiting_on is not null;

create table message_replay (
    id ${id},
    message_id bigint not null references message (id),
    at bigint not null,
    done_by text not null,
    reason text not null
);
create index message_replay_of on message_replay (message_id, id);

create table cases (
    id ${id},
    case_no text not null unique,
    state text not null,
    hall_code text not null,
    deadline bigint,
    last_seq integer not null,
    updated_at bigint not null,
    document_key text not null,
    document ${bytes} not null
);

create table case_reference (
    peer text not null,
    reference text not null,
    case_id bigint not null references cases (id),
    primary key (peer, reference)
);

create table event (
    case_id bigint not null references cases (id),
    seq integer not null,
    source text not null,
    event_id text not null,
    type text not null,
    version bigint,
    payload_hash text not null,
    occurred_at bigint not null,
    received_at bigint not null,
    state_before text,
    state_after text not null,
    late integer not null,
    note text,
    message_id bigint not null,
    document_key text not null,
    document ${bytes} not null,
    primary key (case_id, seq),
    unique (source, event_id)
);
create index event_version on event (case_id, source, version) where version is not null;

create table delivery (
    id ${id},
    case_id bigint not null references cases (id),
    peer text not null,
    seq integer not null,
    event_type text not null,
    state text not null,
    independent integer not null,
    due bigint not null,
    created_at bigint not null,
    settled_at bigint,
    attempts integer not null,
    fence bigint not null,
    owner text,
    lease_until bigint,
    last_outcome text,
    last_code text,
    last_text text,
    peer_reference text,
    mapping_digest text
);
create index delivery_lane on delivery (case_id, peer, id);
create index delivery_open on delivery (peer, id) where settled_at is null;

create table attempt (
    id ${id},
    delivery_id bigint not null references delivery (id),
    attempt integer not null,
    at bigint not null,
    outcome text not null,
    next_state text not null,
    code text,
    text text,
    peer_reference text,
    mapping_digest text,
    took_ms bigint,
    done_by text,
    reason text
);
create index attempt_of on attempt (delivery_id, id);

create table timer (
    case_id bigint not null references cases (id),
    kind text not null,
    due bigint not null,
    primary key (case_id, kind)
);
create index timer_due on timer (due);

create table keepsake (
    kind text not null,
    name text not null,
    document_key text not null,
    document ${bytes} not null,
    primary key (kind, name)
);

create table series (
    name text primary key,
    value bigint not null
);

create table nonce (
    app_id text not null,
    nonce text not null,
    expires_at bigint not null,
    primary key (app_id, nonce)
);
create index nonce_expiry on nonce (expires_at);

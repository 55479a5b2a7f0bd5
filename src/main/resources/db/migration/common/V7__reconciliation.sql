-- Reconciliation: what a peer says it has from us, compared with the ledger. A run survives the process that began it.
create table reconcile_run (
    id ${id},
    name text not null unique,
    peer text not null,
    since_at bigint not null,
    until_at bigint not null,
    asked_since bigint not null,
    state text not null,
    cause text not null,
    done_by text not null,
    reason text not null,
    started_at bigint not null,
    ended_at bigint,
    due bigint not null,
    owner text,
    lease_until bigint,
    tries integer not null,
    next_cursor text,
    pages integer not null,
    entries integer not null,
    matched integer not null,
    found integer not null,
    cured integer not null,
    problem text
);
create index reconcile_run_open on reconcile_run (id) where ended_at is null;
create index reconcile_run_of on reconcile_run (peer, id);

-- The peer's list as read so far; forgotten when the run ends.
create table reconcile_entry (
    run_id bigint not null references reconcile_run (id),
    entry_key text not null,
    number text not null,
    page integer not null,
    state text not null,
    at bigint,
    event text,
    primary key (run_id, entry_key, number)
);

create table finding (
    id ${id},
    peer text not null,
    kind text not null,
    entry_key text not null,
    delivery_id bigint,
    case_no text,
    at bigint not null,
    ours text,
    theirs text,
    differs text,
    event text,
    state text not null,
    cure text not null,
    first_run bigint not null,
    last_run bigint not null,
    found_at bigint not null,
    done_at bigint,
    done_by text,
    reason text,
    unique (peer, kind, entry_key)
);
create index finding_open on finding (found_at, id) where done_at is null;

-- The balance sheet by day: a day is the rows from the mark before it up to its own.
create table day_mark (
    day text primary key,
    message_id bigint not null,
    delivery_id bigint not null,
    counted_at bigint not null,
    open_rows bigint not null
);

create table day_sheet (
    day text not null,
    kind text not null,
    peer text not null,
    accepted bigint not null,
    delivered bigint not null,
    waiting bigint not null,
    held bigint not null,
    skipped bigint not null,
    oldest bigint not null,
    primary key (day, kind, peer)
);

-- What monitors look for. Only such events and open time limits are in these indexes.
create index event_watched on event (type, received_at) where type in ('HANDED_OFF', 'RESULT', 'CASE_CLOSED');
create index cases_deadline on cases (deadline) where deadline is not null;

-- When a peer was last heard, when it last answered, and since when it has not.
create table pulse (
    peer text primary key,
    heard_at bigint,
    answered_at bigint,
    failing_since bigint
);

create table outage (
    peer text not null,
    since_at bigint not null,
    back_at bigint,
    drained_at bigint,
    waited bigint not null,
    primary key (peer, since_at)
);
create index outage_open on outage (peer) where drained_at is null;

-- Alerts, each once, and how far each is on each way out.
create table alert (
    id ${id},
    name text not null unique,
    kind text not null,
    subject text not null,
    at bigint not null,
    text text not null,
    facts text not null
);

create table alert_send (
    alert_id bigint not null references alert (id),
    way text not null,
    tries integer not null,
    due bigint not null,
    sent_at bigint,
    given_up_at bigint,
    problem text,
    primary key (alert_id, way)
);
create index alert_send_open on alert_send (due) where sent_at is null and given_up_at is null;

-- The desk. Why something waits for a person, without anything personal; side is MESSAGE or DELIVERY everywhere.
create table fingerprint (
    id ${id},
    stage text not null,
    code text not null,
    peer text not null,
    place text not null,
    unique (stage, code, peer, place)
);

-- What waits, or waited, and since when it has failed in this way. Whether it waits still is said by its own row.
create table desk_item (
    side text not null,
    item_id bigint not null,
    fingerprint_id bigint not null references fingerprint (id),
    failed_first bigint not null,
    failed_last bigint not null,
    primary key (side, item_id)
);
create index desk_item_like on desk_item (fingerprint_id, side, item_id);

-- A frozen selection and the work on it; its members never change, only what became of them.
create table desk_selection (
    id ${id},
    at bigint not null,
    done_by text not null,
    reason text not null,
    criteria text not null,
    state text not null,
    per_minute integer not null,
    acted_by text,
    act_reason text,
    override_reason text,
    released_at bigint,
    ended_at bigint,
    owner text,
    fence bigint not null,
    lease_until bigint not null
);
create index desk_selection_at_work on desk_selection (id) where ended_at is null;

create table desk_member (
    selection_id bigint not null references desk_selection (id),
    place integer not null,
    side text not null,
    item_id bigint not null,
    state text not null,
    released_at bigint,
    ended_at bigint,
    note text,
    primary key (selection_id, place)
);
create index desk_member_state on desk_member (selection_id, state, place);
create index desk_member_item on desk_member (side, item_id);

-- Corrected copies: the original stays where it is, and no copy is ever removed.
create table desk_copy (
    id ${id},
    side text not null,
    item_id bigint not null,
    state text not null,
    content_key text not null,
    content ${bytes} not null,
    edited_at bigint not null,
    edited_by text not null,
    edit_reason text not null,
    judged_at bigint,
    judged_by text,
    judge_reason text,
    from_attempt integer
);
create index desk_copy_of on desk_copy (side, item_id, id);
create index desk_copy_waiting on desk_copy (id) where judged_at is null;
alter table message add column copy_id bigint;

-- What was discarded, what it was before, and whether that was undone.
create table desk_discard (
    id ${id},
    side text not null,
    item_id bigint not null,
    at bigint not null,
    done_by text not null,
    reason text not null,
    was_reason text,
    was_waiting_on text,
    undone_at bigint,
    undone_by text,
    undo_reason text
);
create index desk_discard_of on desk_discard (side, item_id, id);

-- What people did at the desk; only ever added to.
create table desk_act (
    id ${id},
    at bigint not null,
    done_by text not null,
    act text not null,
    subject text not null,
    reason text not null,
    note text
);
create index desk_act_on on desk_act (subject, id);

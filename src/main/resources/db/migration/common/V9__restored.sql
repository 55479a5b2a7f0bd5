-- When this ledger was put back from a backup. What happened before lost_until may have been told to peers in the time that
-- was lost, without a trace here.
create table restored (
    id ${id},
    at bigint not null,
    backup_at bigint not null,
    lost_until bigint not null,
    note text not null
);

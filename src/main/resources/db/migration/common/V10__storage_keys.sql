-- What only a gateway with the storage keys of this ledger can open: for each field key that ever sealed here a word under it,
-- and the search key's hash of that word. A gateway whose keys do not fit refuses to start.
create table storage_key (
    name text primary key,
    proof_key text not null,
    proof ${bytes} not null
);

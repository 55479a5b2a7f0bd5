-- The number under which a delivery went, or is going, to a peer that reads one gap-free sequence over all cases.
alter table delivery add column feed_seq bigint;
create index delivery_feed on delivery (peer, feed_seq) where feed_seq is not null;

-- How a message was converted, sealed: mapping, set, time, context values, and a peer's answer where one was read.
alter table message add column mapping_digest text;
alter table message add column conversions_key text;
alter table message add column conversions ${bytes};
alter table attempt add column conversions_key text;
alter table attempt add column conversions ${bytes};
create index message_received on message (received_at, id);
create index attempt_at on attempt (at, id);

-- A list puts records without a value first when it goes up, as H2 does by itself; an index serves
-- only the order that it was made with.
drop index sync_record_external;
drop index sync_record_local;
drop index sync_record_attempted;
drop index sync_record_modified;
drop index sync_record_due;
create index sync_record_external on sync_record (external_id nulls first, id);
create index sync_record_local on sync_record (local_id nulls first, id);
create index sync_record_attempted on sync_record (last_attempt_at nulls first, id);
create index sync_record_modified on sync_record (external_modified nulls first, id);
create index sync_record_due on sync_record (due_by nulls first, id);
-- Loading order within an entity. Processed records are not in it, so that processing does not pay.
create index sync_record_loading on sync_record (store_entity_id, status, last_attempt_at nulls first, id)
  where status in ('PREPARED', 'FAILED');
-- The few records that have a message, to look for something in it.
create index sync_record_message on sync_record (id) where last_message is not null;

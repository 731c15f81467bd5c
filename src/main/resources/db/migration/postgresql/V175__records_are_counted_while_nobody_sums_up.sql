-- V174 let another node sum counts up while it counted: what that had taken out before was then missing or there twice.
set local statement_timeout = 0;
-- nobody changes records, nor sums their counts up, meanwhile
lock table sync_record in share row exclusive mode;
lock table record_count in share row exclusive mode;
delete from record_count;
insert into record_count (store_entity_id, status, records)
  select store_entity_id, status, count(*) from sync_record group by store_entity_id, status;

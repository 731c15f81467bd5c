-- What another node wrote while V171 began to count was not counted, and lists are as long as these counts say now.
set local statement_timeout = 0;
lock table sync_record in share row exclusive mode;
delete from record_count;
insert into record_count (store_entity_id, status, records)
  select store_entity_id, status, count(*) from sync_record group by store_entity_id, status;

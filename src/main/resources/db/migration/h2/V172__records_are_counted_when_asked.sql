-- As on PostgreSQL, where differences are kept; one process has fewer records and counts them.
create view counted_records as
  select store_entity_id, status, count(*) as records from sync_record
    group by store_entity_id, status;

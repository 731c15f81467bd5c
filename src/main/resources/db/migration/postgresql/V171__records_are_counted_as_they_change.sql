-- How many records each entity has in each status, as differences that every statement adds: to count
-- a million records takes too long for a page, and one row for each status would be waited for by all
-- workers. Differences are summed up from time to time.
create table record_count (
  store_entity_id bigint not null,
  status varchar(12) not null,
  records bigint not null
);
insert into record_count (store_entity_id, status, records)
  select store_entity_id, status, count(*) from sync_record group by store_entity_id, status;

create function count_added_records() returns trigger language plpgsql as $$
begin
  insert into record_count (store_entity_id, status, records)
    select store_entity_id, status, count(*) from added group by store_entity_id, status;
  return null;
end
$$;
create trigger added_records_are_counted after insert on sync_record
  referencing new table as added for each statement execute function count_added_records();

create function count_removed_records() returns trigger language plpgsql as $$
begin
  insert into record_count (store_entity_id, status, records)
    select store_entity_id, status, -count(*) from removed group by store_entity_id, status;
  return null;
end
$$;
create trigger removed_records_are_counted after delete on sync_record
  referencing old table as removed for each statement execute function count_removed_records();

create function count_changed_records() returns trigger language plpgsql as $$
begin
  insert into record_count (store_entity_id, status, records)
    select store_entity_id, status, sum(records) from (
        select store_entity_id, status, count(*) as records from now_so group by store_entity_id, status
        union all
        select store_entity_id, status, -count(*) from was_so group by store_entity_id, status) d
      group by store_entity_id, status having sum(records) <> 0;
  return null;
end
$$;
create trigger changed_records_are_counted after update on sync_record
  referencing old table as was_so new table as now_so
  for each statement execute function count_changed_records();

create view counted_records as
  select store_entity_id, status, sum(records) as records from record_count
    group by store_entity_id, status having sum(records) <> 0;

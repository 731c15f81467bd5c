-- Claims are apart from the records: to claim a record and to let go of it writes a narrow row, not
-- a new version of a wide one with ten indexes. No reference to the record, so that claiming does not
-- lock what preparing writes.
create table record_claim (
  record_id bigint primary key,
  claim varchar(60) not null,
  -- the lease of the worker that processes it; database time
  claim_until timestamp(6) with time zone not null
);
drop index sync_record_claimed;
alter table sync_record drop column claim;
alter table sync_record drop column claim_until;

-- Synchronization records: one row per (store, entity, external document), queue and history at once.
create sequence sync_record_seq start with 500 increment by 500;
create table sync_record (
  id bigint primary key,
  store_entity_id bigint not null references store_entity (id),
  -- one of both ids is there from the start: that of the source side
  external_id varchar(200),
  local_id varchar(200),
  -- the local id again for entities whose local ids are unique, else null
  unique_local_id varchar(200),
  status varchar(12) not null,
  description varchar(300) not null,
  content_hash varchar(64),
  -- grows with each new content, so that an outcome can tell whether it is about the newest
  content_version integer not null,
  external_modified timestamp(6) with time zone,
  local_modified timestamp(6) with time zone,
  external_created timestamp(6) with time zone,
  local_created timestamp(6) with time zone,
  due_by timestamp(6) with time zone,
  amount numeric(19, 4),
  currency varchar(3),
  attempts integer not null,
  next_attempt_at timestamp(6) with time zone,
  last_operation varchar(30),
  last_message text,
  last_attempt_at timestamp(6) with time zone,
  last_synchronized_at timestamp(6) with time zone,
  changed_since_skipped boolean not null,
  -- the lease of the worker that processes it; database time
  claim varchar(60),
  claim_until timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  version integer not null,
  constraint sync_record_once unique (store_entity_id, external_id),
  constraint sync_record_local_once unique (store_entity_id, unique_local_id)
);
create index sync_record_queue on sync_record (store_entity_id, status, id);
create index sync_record_status on sync_record (status, id);
create index sync_record_external on sync_record (external_id, id);
create index sync_record_local on sync_record (local_id, id);
create index sync_record_attempted on sync_record (last_attempt_at, id);
create index sync_record_modified on sync_record (external_modified, id);
create index sync_record_due on sync_record (due_by, id);
-- finds the few claimed records among all
create index sync_record_claimed on sync_record (claim_until);

-- The documents as they were received, closed; apart, so that lists stay light.
create table sync_payload (
  record_id bigint primary key references sync_record (id) on delete cascade,
  document bytea not null
);

-- The log of attempts. Stays when a record is deleted, as history of its run.
create sequence sync_attempt_seq start with 500 increment by 500;
create table sync_attempt (
  id bigint primary key,
  record_id bigint not null,
  run_id bigint,
  node varchar(100) not null,
  started_at timestamp(6) with time zone not null,
  duration_ms bigint not null,
  status varchar(12) not null,
  operation varchar(30) not null,
  message text,
  error_class varchar(100)
);
create index sync_attempt_record on sync_attempt (record_id, id);
create index sync_attempt_run on sync_attempt (run_id, record_id);

-- Pairs whose record was deleted: found again, the document is updated and not made anew.
create table kept_pair (
  store_entity_id bigint not null references store_entity (id),
  external_id varchar(200) not null,
  local_id varchar(200) not null,
  primary key (store_entity_id, external_id)
);

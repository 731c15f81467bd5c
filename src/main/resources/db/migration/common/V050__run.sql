-- Runs: one prepare of one entity, or one processing of a store; what was asked, how far it is.
create sequence run_seq start with 50 increment by 50;
create table run (
  id bigint primary key,
  kind varchar(10) not null,
  -- runs started by one click; the id of the first of them
  group_id bigint not null,
  -- runs that share one read of a source; the id of the first of them (its own for all others)
  leader_id bigint not null,
  store_id bigint not null references store (id),
  store_entity_id bigint references store_entity (id),
  state varchar(10) not null,
  started_by varchar(120) not null,
  unattended boolean not null,
  -- prepare
  mode varchar(20),
  effective_mode varchar(20),
  range_from timestamp(6) with time zone,
  range_to timestamp(6) with time zone,
  window_from timestamp(6) with time zone,
  window_to timestamp(6) with time zone,
  baseline_before timestamp(6) with time zone,
  then_process boolean not null,
  cursor_token text,
  cursor_at timestamp(6) with time zone,
  read_from timestamp(6) with time zone,
  read_to timestamp(6) with time zone,
  continues_run bigint,
  -- process
  forced boolean not null,
  -- progress
  pages integer not null,
  calls integer not null,
  fetched integer not null,
  prepared integer not null,
  unchanged integer not null,
  filtered integer not null,
  invalid integer not null,
  selected integer not null,
  processed integer not null,
  failed integer not null,
  aborted integer not null,
  passed_over integer not null,
  retries integer not null,
  message text,
  waiting_for text,
  due_at timestamp(6) with time zone not null,
  stop_requested boolean not null,
  created_at timestamp(6) with time zone not null,
  started_at timestamp(6) with time zone,
  finished_at timestamp(6) with time zone,
  changed_at timestamp(6) with time zone not null,
  version integer not null
);
create index run_due on run (state, due_at, id);
create index run_store on run (store_id, id);
create index run_entity on run (store_entity_id, kind, id);
create index run_leader on run (leader_id);
-- open pages ask every second whether a run has ended since
create index run_finished on run (finished_at);

-- Who works on a run now: a lease, in database time.
create table run_worker (
  id varchar(60) primary key,
  run_id bigint not null references run (id) on delete cascade,
  node varchar(100) not null,
  lease_until timestamp(6) with time zone not null
);
create index run_worker_run on run_worker (run_id);

-- What a processing run still has to do, fixed when it was started.
create table run_record (
  run_id bigint not null references run (id) on delete cascade,
  position integer not null,
  record_id bigint not null,
  primary key (run_id, position)
);
create index run_record_record on run_record (record_id);

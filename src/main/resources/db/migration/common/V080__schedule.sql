-- Schedules: a saved selection with a timetable.
create sequence sync_schedule_seq start with 50 increment by 50;
create table sync_schedule (
  id bigint primary key,
  name varchar(100) not null,
  -- what two names must not share
  name_key varchar(100) not null,
  active boolean not null,
  action varchar(20) not null,
  store_id bigint not null references store (id),
  -- prepare
  mode varchar(20),
  last_days integer,
  range_from timestamp(6) with time zone,
  range_to timestamp(6) with time zone,
  -- process
  row_limit integer,
  -- timetable
  rhythm varchar(200) not null,
  zone varchar(60) not null,
  starts_on date,
  ends_on date,
  window_from time,
  window_to time,
  -- null: nothing is due (any more)
  next_at timestamp(6) with time zone,
  stop_after integer not null,
  failures_in_a_row integer not null,
  -- why the server switched it off
  stopped_because text,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  -- grows with each change by a person, unlike the version, which each execution moves
  revision integer not null,
  version integer not null,
  constraint sync_schedule_name_once unique (name_key)
);
create index sync_schedule_due on sync_schedule (next_at);

-- The entities it takes; none: all that are active when it is due.
create table sync_schedule_entity (
  schedule_id bigint not null references sync_schedule (id) on delete cascade,
  store_entity_id bigint not null references store_entity (id),
  primary key (schedule_id, store_entity_id)
);

-- Executions. Each planned instant is executed once, whatever the nodes do.
create sequence schedule_run_seq start with 50 increment by 50;
create table schedule_run (
  id bigint primary key,
  schedule_id bigint not null references sync_schedule (id) on delete cascade,
  planned_for timestamp(6) with time zone not null,
  fired_at timestamp(6) with time zone not null,
  node varchar(100) not null,
  -- earlier ones that this one stands for
  missed integer not null,
  outcome varchar(12) not null,
  message text,
  finished_at timestamp(6) with time zone,
  fetched integer not null,
  prepared integer not null,
  processed integer not null,
  failed integer not null,
  version integer not null,
  constraint schedule_run_once unique (schedule_id, planned_for)
);
create index schedule_run_history on schedule_run (schedule_id, id);
create index schedule_run_open on schedule_run (outcome);

-- The runs that an execution started or, where the same was at work already, waits for.
create table schedule_run_started (
  execution_id bigint not null references schedule_run (id) on delete cascade,
  run_id bigint not null references run (id) on delete cascade,
  primary key (execution_id, run_id)
);
create index schedule_run_started_run on schedule_run_started (run_id);
create index run_group on run (group_id);

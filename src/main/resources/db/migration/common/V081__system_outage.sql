-- A system that is down for a store: while the row is there, runs that nobody waits for are not tried.
create table system_outage (
  store_id bigint not null references store (id),
  side varchar(12) not null,
  since timestamp(6) with time zone not null,
  -- tries since then that failed
  failures integer not null,
  next_try_at timestamp(6) with time zone not null,
  reason text not null,
  primary key (store_id, side)
);

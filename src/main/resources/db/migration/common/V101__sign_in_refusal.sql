-- A system that no longer lets a store in: the row is there until it answers again.
create table sign_in_refusal (
  store_id bigint not null references store (id),
  side varchar(12) not null,
  since timestamp(6) with time zone not null,
  refusals integer not null,
  reason text not null,
  primary key (store_id, side)
);

-- A kind of entity in a store: whether it takes part, and up to when it has been read.
create sequence store_entity_seq start with 50 increment by 50;
create table store_entity (
  id bigint primary key,
  store_id bigint not null references store (id),
  kind varchar(60) not null,
  sync_order integer not null,
  active boolean not null,
  max_failed_attempts integer not null,
  -- read without a gap up to this instant; null: never read
  baseline timestamp(6) with time zone,
  last_incremental_at timestamp(6) with time zone,
  last_by_date_at timestamp(6) with time zone,
  last_full_at timestamp(6) with time zone,
  last_error text,
  last_error_at timestamp(6) with time zone,
  version integer not null,
  constraint store_entity_once unique (store_id, kind)
);

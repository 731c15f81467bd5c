-- What is paused: everything, a store, an entity of a store, or a direction; until an instant, or until
-- somebody resumes it. The row is gone when it is resumed.
create sequence pause_seq start with 50 increment by 50;
create table pause (
  id bigint primary key,
  store_id bigint references store (id),
  store_entity_id bigint references store_entity (id),
  direction varchar(10),
  reason varchar(300) not null,
  paused_by varchar(120) not null,
  paused_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone
);

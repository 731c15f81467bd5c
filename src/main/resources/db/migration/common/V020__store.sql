-- Stores: one connection each to one seller account of a marketplace and one back office.
create sequence store_seq start with 50 increment by 50;
create table store (
  id bigint primary key,
  name varchar(100) not null,
  -- the same name in another case is the same name
  name_key varchar(100) not null unique,
  active boolean not null,
  -- true for exactly one store, null for all others: the unique index lets only one be true
  default_mark boolean unique,
  marketplace_system varchar(40) not null,
  back_office_system varchar(40) not null,
  -- settings of both connectors as JSON, closed (AES-GCM)
  settings bytea not null,
  administrator_email varchar(254),
  order_time_zone varchar(60) not null,
  earliest_order_date date,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  version integer not null
);

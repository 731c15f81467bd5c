-- The servers on this database, each telling every few seconds, in database time, that it lives.
create table server_node (
  name varchar(100) primary key,
  version varchar(60) not null,
  started_at timestamp(6) with time zone not null,
  seen_at timestamp(6) with time zone not null,
  left_at timestamp(6) with time zone
);

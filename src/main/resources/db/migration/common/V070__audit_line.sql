-- Who did what. Lines are added and, when they are old, removed; never changed.
create sequence audit_line_seq start with 50 increment by 50;
create table audit_line (
  id bigint primary key,
  recorded_at timestamp(6) with time zone not null,
  -- USER, TOKEN, SCHEDULE, SYSTEM
  actor_kind varchar(10) not null,
  -- none: the system
  actor_name varchar(120),
  -- of the client; none: not asked for over the network
  address varchar(60),
  action varchar(40) not null,
  subject_kind varchar(20) not null,
  subject_id varchar(60),
  subject_name varchar(250),
  -- JSON: field, before, after; of secrets and personal data only that they changed
  changes text not null
);
create index audit_line_time on audit_line (recorded_at, id);
create index audit_line_actor on audit_line (actor_name, recorded_at, id);
create index audit_line_action on audit_line (action, recorded_at, id);

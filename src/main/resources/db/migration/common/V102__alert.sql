-- Alerts: what is wrong and needs a person, until it is wrong no more.
create sequence alert_seq start with 50 increment by 50;
create table alert (
  id bigint primary key,
  reason varchar(40) not null,
  -- what it is about, within its reason
  subject varchar(250) not null,
  -- reason and subject, null once it has ended: of one thing there is one open alert
  open_key varchar(300) unique,
  store_id bigint references store (id),
  since timestamp(6) with time zone not null,
  affected bigint not null,
  -- what its sentences are made with, JSON
  details text not null,
  -- the page where it is put right
  address varchar(1000) not null,
  opened_at timestamp(6) with time zone not null,
  acknowledged_by varchar(120),
  acknowledged_at timestamp(6) with time zone,
  snoozed_by varchar(120),
  snoozed_until timestamp(6) with time zone,
  -- how it stood in the last digest
  reported_at timestamp(6) with time zone,
  reported_affected bigint not null,
  ended_at timestamp(6) with time zone,
  end_reported_at timestamp(6) with time zone,
  version integer not null
);
create index alert_ended on alert (ended_at, id);

-- Letters about them that wait to be sent, were sent or given up.
create sequence alert_delivery_seq start with 50 increment by 50;
create table alert_delivery (
  id bigint primary key,
  channel varchar(20) not null,
  -- null: as the settings say
  recipient varchar(254),
  subject varchar(250) not null,
  body text not null,
  created_at timestamp(6) with time zone not null,
  -- null: it was sent or given up
  next_try_at timestamp(6) with time zone,
  tries integer not null,
  sent_at timestamp(6) with time zone,
  given_up_at timestamp(6) with time zone,
  last_problem text,
  version integer not null
);
create index alert_delivery_due on alert_delivery (next_try_at);
create index alert_delivery_age on alert_delivery (created_at);

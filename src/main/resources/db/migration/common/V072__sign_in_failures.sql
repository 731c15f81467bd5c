-- Failed sign-ins in a row: of a user name (whether there is such a user or not), of an address, of a
-- browser that signed in before. Kept by a fingerprint, because people type passwords into the name.
create table sign_in_failures (
  fingerprint varchar(64) primary key,
  failures integer not null,
  -- until when the next try has to wait
  waits_until timestamp(6) with time zone not null,
  last_failed_at timestamp(6) with time zone not null
);
create index sign_in_failures_age on sign_in_failures (last_failed_at);

alter table app_user drop column failed_sign_ins;
alter table app_user drop column locked_until;

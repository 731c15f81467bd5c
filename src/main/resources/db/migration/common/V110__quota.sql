-- Token buckets that all nodes share, written by the library that keeps them (PostgreSQL only; with
-- the embedded database they stand in memory).
create table quota_bucket (
  id varchar(300) primary key,
  state bytea
);

-- Who calls what of which account, and who waits for the next call.
create table quota_use (
  account varchar(100) not null,
  operation varchar(100) not null,
  caller varchar(120) not null,
  called_at timestamp(6) with time zone,
  person_waits_until timestamp(6) with time zone,
  unattended_waits_until timestamp(6) with time zone,
  primary key (account, operation, caller)
);

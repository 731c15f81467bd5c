-- Tokens of programs. Only a hash is kept: 256 random bits need neither salt nor rounds.
create sequence api_token_seq start with 50 increment by 50;
create table api_token (
  id bigint primary key,
  name varchar(100) not null,
  -- never given twice, so that what a token did keeps its name
  name_key varchar(100) not null unique,
  -- SHA-256
  token_hash varchar(64) not null unique,
  role varchar(20) not null,
  made_by varchar(120) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone,
  -- to the minute
  last_used_at timestamp(6) with time zone,
  version integer not null
);

-- People who may sign in.
create sequence app_user_seq start with 50 increment by 50;
create table app_user (
  id bigint primary key,
  name varchar(100) not null,
  -- the same name in another case is the same name
  name_key varchar(100) not null unique,
  -- PBKDF2 with its parameters and salt
  password_hash varchar(500) not null,
  -- counts changes of the password: a session of an earlier one ends
  password_version integer not null,
  role varchar(20) not null,
  active boolean not null,
  created_at timestamp(6) with time zone not null,
  last_sign_in_at timestamp(6) with time zone,
  -- failures in a row, and until when the next try has to wait
  failed_sign_ins integer not null,
  locked_until timestamp(6) with time zone,
  version integer not null
);

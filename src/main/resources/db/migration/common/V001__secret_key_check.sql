-- One row per key that ever closed secrets in this database; proves at start that the key is right.
create table secret_key_check (
  key_id varchar(8) primary key,
  check_value bytea not null,
  created_at timestamp(6) with time zone not null
);

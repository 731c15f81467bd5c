-- What stands anywhere within a message is found by trigrams. The owner of a database may make the extension;
-- where this user may not, or the extension is not installed, messages are read one by one as before.
set local statement_timeout = 0;
do $$
begin
  if not exists (select 1 from pg_extension where extname = 'pg_trgm') then
    create extension pg_trgm;
  end if;
  create index sync_record_message_text on sync_record using gin (lower(last_message) gin_trgm_ops)
    where last_message is not null;
exception
  when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
    raise notice 'Messages are not indexed: %', sqlerrm;
end
$$;

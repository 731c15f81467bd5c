-- What stands anywhere within a message is found by trigrams. The owner of a database may make the extension;
-- where this user may not, or the extension is not installed, messages are read one by one as before.
do $$
begin
  create extension if not exists pg_trgm;
  create index sync_record_message_text on sync_record using gin (lower(last_message) gin_trgm_ops)
    where last_message is not null;
exception
  when insufficient_privilege or feature_not_supported or undefined_file or undefined_object then
    raise notice 'Messages are not indexed: %', sqlerrm;
end
$$;

-- When documents came in, for the rhythm of a store, and what is old, for housekeeping.
create index sync_record_created on sync_record (store_entity_id, external_created);
create index sync_attempt_started on sync_attempt (started_at);
create index schedule_run_fired on schedule_run (fired_at);

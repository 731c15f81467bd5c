-- Ids are looked for by their beginning; only the plain byte order lets an index serve that, and it
-- serves sorting and equality as well. H2 compares by byte anyway.
alter table sync_record alter column external_id type varchar(200) collate "C";
alter table sync_record alter column local_id type varchar(200) collate "C";

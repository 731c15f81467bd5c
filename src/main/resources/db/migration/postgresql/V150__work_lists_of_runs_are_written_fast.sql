-- Asked for every row of a list, this took more than half of the time that writing it took. A run is deleted
-- long after its list was emptied (run/OldRuns), so there is nothing to delete with it.
alter table run_record drop constraint run_record_run_id_fkey;

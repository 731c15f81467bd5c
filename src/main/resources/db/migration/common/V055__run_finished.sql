-- Open pages ask every second whether a run has ended since.
create index run_finished on run (finished_at);

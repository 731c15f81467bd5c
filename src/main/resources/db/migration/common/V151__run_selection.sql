-- Which records a run means, as JSON, as long as the list of them is not written.
alter table run add column selection text;

-- A command on more records than a person would wait for is a run: which command.
alter table run add column command varchar(20);

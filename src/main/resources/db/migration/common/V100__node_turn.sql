-- What only one node at a time shall do, and when the next turn begins.
create table node_turn (
  name varchar(60) primary key,
  next_at timestamp(6) with time zone not null
);

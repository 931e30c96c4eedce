-- Always empty; whoever writes locks it. Such a lock is taken before the snapshot of a transaction
-- and is given back by its commit, which a lock by number is not: it cost two questions more.
create table turn ();

-- Later versions of the terms come by events of the journal: 0 is what the vault was opened with.
-- A version that has not begun may be replaced by one that begins on the same day.
alter table terms add column number bigint not null default 0;
alter table terms drop constraint terms_first_day_key;
alter table terms add unique (number);

-- The journal: an event a row, its transfers beside it. Rows are added, never changed.
create table terms (
  version text primary key,
  first_day date not null unique,
  content text not null
);

create table event (
  number bigint primary key,
  id text not null unique,
  at timestamptz not null,
  actor text not null,
  content text not null,
  held boolean not null,
  closes text unique references event (id),
  hash text not null unique
);

create table transfer (
  number bigint not null references event,
  line int not null,
  book text not null,
  asset text not null,
  from_party text not null,
  from_paper text not null,
  to_party text not null,
  to_paper text not null,
  amount bigint not null check (amount > 0),
  reason text not null,
  primary key (number, line)
);

create index transfer_from on transfer (from_party, book) where from_party <> '';
create index transfer_to on transfer (to_party, book) where to_party <> '';

create table lot (
  id text primary key,
  material text not null,
  assay text not null,
  origin text not null,
  custody text not null,
  best_before date,
  opened_by text not null references event (id)
);

-- What follows from the journal and is kept for speed; `vault verify` makes it again and compares.
create table account (
  book text not null,
  asset text not null,
  party text not null,
  paper text not null,
  amount bigint not null,
  reserved bigint not null,
  primary key (book, asset, party, paper),
  check (reserved >= 0),
  check (case when party = '' then amount <= 0 else amount >= reserved end)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed: correct a mistake by a further transfer', tg_table_name;
end $$;

create trigger terms_stay before update or delete or truncate on terms
  for each statement execute function refuse_change();
create trigger event_stays before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger transfer_stays before update or delete or truncate on transfer
  for each statement execute function refuse_change();
create trigger lot_stays before update or delete or truncate on lot
  for each statement execute function refuse_change();

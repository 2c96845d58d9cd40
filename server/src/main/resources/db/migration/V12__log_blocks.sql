-- Which entries of the log may hold what, by blocks of entries that follow each other: a keyword is looked for only in blocks
-- that may have it. Like log_entry a projection, filled with it in one transaction and compared with the store.

create table log_block (
  organisation varchar(40) not null references organisation,
  -- places of the entries: each entry is in one block
  first_place  bigint not null,
  last_place   bigint not null,
  -- no entry of the block is older or newer
  oldest       timestamp(3) with time zone not null,
  newest       timestamp(3) with time zone not null,
  -- a set of bits, see LogSigns
  signs        bytea not null,
  primary key (organisation, first_place)
);
create index log_block_by_time on log_block (organisation, newest desc, first_place desc);

-- Keywords are folded in another way from here on, so the projection is made again, from the store, at the next start.
truncate table log_entry;
truncate table log_projection;

-- A search leaves out who came after it; without an index each search would look at every account.
create index directory_account_by_created on directory_account (organisation, created);

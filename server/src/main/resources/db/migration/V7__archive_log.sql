-- A projection of the archive log, for filtering alone: the log itself lies in the store. What is here can be made again at
-- any time, and is compared with the store entry by entry.

create table log_entry (
  organisation varchar(40)  not null references organisation,
  -- <writer>-<number> of the record in the store
  id           varchar(40)  not null,
  -- 1 for the first entry of the log, then one by one
  place        bigint       not null,
  at           timestamp(3) with time zone not null,
  actor        varchar(300) not null,
  address      varchar(64),
  type         varchar(60)  not null,
  object       varchar(200),
  reason       varchar(1000),
  matter       varchar(100),
  result       varchar(10)  not null,
  -- folded, for keywords: what everybody may look through who may read the log
  words        varchar(4000) not null,
  -- the same of what was read out of mail, as names of attachments: not for everybody
  mail_words   varchar(4000),
  -- JSON
  detail       varchar(1000000) not null,
  primary key (organisation, id)
);
create index log_entry_by_place on log_entry (organisation, place);
create index log_entry_by_time on log_entry (organisation, at desc, place desc);
create index log_entry_by_actor on log_entry (organisation, actor, at desc, place desc);
create index log_entry_by_type on log_entry (organisation, type, at desc, place desc);
create index log_entry_by_object on log_entry (organisation, object, at desc, place desc);

-- How far the projection is: behind a record of a writer, with so many entries.
create table log_projection (
  organisation varchar(40) primary key references organisation,
  writer       varchar(12) not null,
  number       bigint      not null,
  place        bigint      not null
);

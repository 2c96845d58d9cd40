-- Whose mail is archived. Archive accounts outlive the directory, so nothing here refers to it, and nothing is ever removed.

create table archive_account (
  id           varchar(40)  primary key,
  organisation varchar(40)  not null references organisation,
  address      varchar(254) not null,
  is_open      boolean      not null,
  known        timestamp(6) with time zone not null,
  -- When it was last opened and last closed; neither while it was never either.
  opened       timestamp(6) with time zone,
  closed       timestamp(6) with time zone
);
create unique index archive_account_by_address on archive_account (organisation, address);

-- One row per opening and closing.
create table archive_account_turn (
  id           bigint generated always as identity primary key,
  organisation varchar(40)   not null references organisation,
  account      varchar(40)   not null references archive_account,
  at           timestamp(6) with time zone not null,
  opened       boolean       not null,
  who          varchar(300)  not null,
  how          varchar(10)   not null check (how in ('hand', 'department', 'automatic')),
  reason       varchar(1000) not null,
  batch        varchar(40)   not null
);
create index archive_account_turn_by_account on archive_account_turn (account, id);
create index archive_account_turn_by_organisation on archive_account_turn (organisation, id);

-- Which new accounts of the directory open by themselves; no row means none.
create table archive_open_new (
  organisation   varchar(40) primary key references organisation,
  scope          varchar(12) not null check (scope in ('none', 'everybody', 'departments')),
  subdepartments boolean     not null,
  since          timestamp(6) with time zone not null
);
create table archive_open_new_department (
  organisation varchar(40) not null references archive_open_new,
  department   varchar(40) not null,
  primary key (organisation, department)
);

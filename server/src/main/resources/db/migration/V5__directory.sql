-- The directory: domains that stand for others, the tree of departments, accounts, and who was where from when until when.
-- Nothing is ever deleted: what ends gets a date.

-- Mail to an address of this domain is mail to the same name at the other one.
alter table organisation_domain add column alias_of varchar(253) references organisation_domain;

-- Counts the changes of a directory, so that a plan is never applied to another state than it was made from.
create table directory_revision (
  organisation varchar(40) primary key references organisation,
  revision     bigint not null
);

-- A closed department was merged into its parent; who was in it stays known.
create table department (
  id           varchar(40)  primary key,
  organisation varchar(40)  not null references organisation,
  parent       varchar(40)  references department,
  name         varchar(100) not null,
  created      timestamp(6) with time zone not null,
  closed       timestamp(6) with time zone
);
create index department_by_organisation on department (organisation);

create table directory_account (
  id           varchar(40)  primary key,
  organisation varchar(40)  not null references organisation,
  address      varchar(254) not null,
  name         varchar(200) not null,
  name_key     varchar(200) not null,
  state        varchar(10)  not null check (state in ('active', 'disabled', 'deleted')),
  state_since  timestamp(6) with time zone not null,
  source       varchar(10)  not null check (source in ('manual', 'csv', 'ldap', 'seen')),
  external_key varchar(200),
  created      timestamp(6) with time zone not null
);
create unique index directory_account_by_address on directory_account (organisation, address);
create index directory_account_by_name on directory_account (organisation, name_key);

-- The primary address has place 0, aliases follow. Of the rows that hold now (live, else null) each address is in one.
create table directory_address (
  id           bigint generated always as identity primary key,
  organisation varchar(40)  not null references organisation,
  account      varchar(40)  not null references directory_account,
  address      varchar(254) not null,
  place        integer      not null,
  since        timestamp(6) with time zone,
  ended        timestamp(6) with time zone,
  live         boolean
);
create unique index directory_address_live on directory_address (organisation, address, live);
create index directory_address_by_account on directory_address (account);

-- A beginning of null means: for as long as the account is known, and before.
create table directory_membership (
  id           bigint generated always as identity primary key,
  organisation varchar(40) not null references organisation,
  account      varchar(40) not null references directory_account,
  department   varchar(40) not null references department,
  since        timestamp(6) with time zone,
  ended        timestamp(6) with time zone
);
create index directory_membership_by_account on directory_membership (account);
create index directory_membership_by_department on directory_membership (department);

-- What an import or a sync would change, until it is applied, discarded or overtaken.
create table directory_plan (
  id             varchar(40)  primary key,
  organisation   varchar(40)  not null references organisation,
  source         varchar(10)  not null check (source in ('csv', 'ldap')),
  state          varchar(10)  not null check (state in ('open', 'applied', 'discarded')),
  revision       bigint       not null,
  created        timestamp(6) with time zone not null,
  created_by     varchar(300) not null,
  ended          timestamp(6) with time zone,
  ended_by       varchar(300),
  confirm_needed boolean      not null,
  counts         varchar(2000) not null
);
create index directory_plan_by_organisation on directory_plan (organisation, id);

create table directory_plan_change (
  plan     varchar(40)   not null references directory_plan,
  place    integer       not null,
  kind     varchar(20)   not null,
  document varchar(200000) not null,
  primary key (plan, place)
);

-- From where a directory is read, and how the last readings went. The password is sealed under a key of the master key.
create table directory_sync (
  organisation varchar(40)   primary key references organisation,
  settings     varchar(60000) not null,
  password     varchar(4000),
  last_begun   timestamp(6) with time zone
);

create table directory_sync_run (
  id           varchar(40)   primary key,
  organisation varchar(40)   not null references organisation,
  begun        timestamp(6) with time zone not null,
  ended        timestamp(6) with time zone not null,
  begun_by     varchar(300)  not null,
  outcome      varchar(20)   not null check (outcome in ('applied', 'unchanged', 'waiting', 'failed')),
  entries      integer       not null,
  skipped      integer       not null,
  plan         varchar(40)   references directory_plan,
  counts       varchar(2000),
  problem      varchar(2000)
);
create index directory_sync_run_by_organisation on directory_sync_run (organisation, id);

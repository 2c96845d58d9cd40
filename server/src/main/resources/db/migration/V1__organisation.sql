-- The organisation, its people, when archiving was on, who is signed in, imports. No mail text, ever.

create table organisation (
  id              varchar(40)  primary key,
  name            varchar(200) not null,
  retention_years integer      not null,
  second_factor   varchar(10)  not null check (second_factor in ('optional', 'required')),
  created         timestamp(6) with time zone not null,
  created_by      varchar(300) not null
);

create table organisation_domain (
  organisation varchar(40)  not null references organisation,
  name         varchar(253) primary key,
  place        integer      not null
);

create table person (
  id            varchar(40)  primary key,
  organisation  varchar(40)  not null references organisation,
  address       varchar(254) not null unique,
  password_hash varchar(200) not null,
  created       timestamp(6) with time zone not null
);

create table person_role (
  person varchar(40) not null references person,
  role   varchar(30) not null check (role in ('postmaster', 'archive_administrator')),
  primary key (person, role)
);

-- One row per time that archiving was on; the open one has no end.
create table archive_period (
  id            bigint generated always as identity primary key,
  organisation  varchar(40)   not null references organisation,
  started       timestamp(6) with time zone not null,
  started_by    varchar(300)  not null,
  start_reason  varchar(1000) not null,
  ended         timestamp(6) with time zone,
  ended_by      varchar(300),
  end_reason    varchar(1000)
);

-- Only the SHA-256 of a token is kept: who reads the database cannot sign in with it.
create table person_session (
  token_hash   varchar(64) primary key,
  person       varchar(40) not null references person,
  created      timestamp(6) with time zone not null,
  expires      timestamp(6) with time zone not null,
  idle_seconds integer,
  last_used    timestamp(6) with time zone not null
);
create index person_session_by_expiry on person_session (expires);

create table import_run (
  id           varchar(40)  primary key,
  organisation varchar(40)  not null references organisation,
  person       varchar(40)  not null references person,
  started      timestamp(6) with time zone not null,
  reason       varchar(1000),
  forced       boolean      not null,
  finished     timestamp(6) with time zone,
  found        bigint,
  archived     bigint,
  merged       bigint,
  excluded     bigint,
  failed       bigint
);

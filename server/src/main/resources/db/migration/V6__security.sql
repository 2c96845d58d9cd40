-- How people are appointed and sign in: second factors, invitations, tokens for programs, sessions that can be named.
-- Nothing here signs anybody in by itself: what proves a person is kept as a hash, or sealed by a key that is not here.

alter table organisation add column idle_minutes integer default 30 not null;
alter table organisation add column session_hours integer default 12 not null;

-- An empty hash is the password of nobody: whoever was invited has none yet.
alter table person add column name varchar(200) default '' not null;
alter table person add column suspended timestamp(6) with time zone;

-- A session has a name of its own, because the hash of its token is nobody's business.
alter table person_session add column id varchar(40);
alter table person_session add column client varchar(64);
alter table person_session add column authenticated timestamp(6) with time zone;
alter table person_session add column second_factor boolean default false not null;
update person_session set authenticated = created, id = 'ses_' || substring(token_hash from 1 for 26);
alter table person_session alter column id set not null;
alter table person_session alter column authenticated set not null;
create unique index person_session_by_id on person_session (id);
create index person_session_by_person on person_session (person);

-- The secret of an authenticator app, sealed (docs/decisions/0012); a pending one waits for its first code.
create table totp_secret (
  person    varchar(40)  not null references person,
  pending   boolean      not null,
  sealed    varchar(300) not null,
  created   timestamp(6) with time zone not null,
  last_step bigint       not null,
  primary key (person, pending)
);

create table recovery_code (
  person varchar(40) not null references person,
  hash   varchar(64) not null,
  primary key (person, hash)
);

-- By which authenticators know a person: random bytes, so that they tell nothing.
create table passkey_user (
  person varchar(40)  primary key references person,
  handle varchar(100) not null unique
);

create table passkey (
  id              varchar(40)   primary key,
  person          varchar(40)   not null references person,
  name            varchar(100)  not null,
  credential      varchar(1400) not null unique,
  public_key      varchar(2000) not null,
  signature_count bigint        not null,
  verified        boolean       not null,
  backup_eligible boolean       not null,
  backed_up       boolean       not null,
  transports      varchar(200)  not null,
  attestation     varchar(20000) not null,
  client_data     varchar(4000) not null,
  host            varchar(253)  not null,
  created         timestamp(6) with time zone not null,
  last_used       timestamp(6) with time zone
);
create index passkey_by_person on passkey (person);

-- At most one per person.
create table invitation (
  person    varchar(40) primary key references person,
  code_hash varchar(64) not null unique,
  created   timestamp(6) with time zone not null,
  expires   timestamp(6) with time zone not null
);

create table api_token (
  id            varchar(40)   primary key,
  person        varchar(40)   not null references person,
  name          varchar(100)  not null,
  token_hash    varchar(64)   not null unique,
  scopes        varchar(2000) not null,
  networks      varchar(1000) not null,
  second_factor boolean       not null,
  created       timestamp(6) with time zone not null,
  expires       timestamp(6) with time zone not null,
  last_used     timestamp(6) with time zone,
  last_client   varchar(64)
);
create index api_token_by_person on api_token (person);

-- What every administrator is to know.
create table notice (
  id           varchar(40)  primary key,
  organisation varchar(40)  not null references organisation,
  kind         varchar(40)  not null,
  at           timestamp(6) with time zone not null,
  who          varchar(300) not null,
  address      varchar(254) not null,
  role         varchar(30)
);
create table notice_dismissed (
  notice varchar(40) not null references notice,
  person varchar(40) not null references person,
  primary key (notice, person)
);

-- Imports that the server reads itself, how far they are, what failed, and the files that were uploaded for them. No mail
-- text, ever; names of files are kept, as the archive keeps them with each sighting.

alter table import_run add column kind varchar(10) default 'items' not null;
alter table import_run add column state varchar(10) default 'running' not null;
alter table import_run add column current_file varchar(500);
alter table import_run add column done_bytes bigint default 0 not null;
alter table import_run add column total_bytes bigint default 0 not null;
alter table import_run add column problem varchar(40);
alter table import_run add constraint import_run_kind check (kind in ('items', 'upload'));
alter table import_run add constraint import_run_state
  check (state in ('running', 'stopping', 'done', 'cancelled', 'failed'));
update import_run set state = 'done' where finished is not null;

create table import_file (
  import_run varchar(40)  not null references import_run,
  place      integer      not null,
  upload     varchar(40)  not null,
  name       varchar(500) not null,
  size       bigint       not null,
  primary key (import_run, place)
);

create table import_failure (
  id         bigint generated always as identity primary key,
  import_run varchar(40)   not null references import_run,
  path       varchar(1000) not null,
  position   bigint        not null,
  reason     varchar(1000) not null
);
create index import_failure_by_run on import_failure (import_run, id);

-- A file that is being sent in pieces, or waits to be imported. Its bytes lie in the home's folder of uploads.
create table upload (
  id         varchar(40)  primary key,
  person     varchar(40)  not null references person,
  name       varchar(500) not null,
  length     bigint       not null,
  held       bigint       not null,
  last_used  timestamp(6) with time zone not null,
  import_run varchar(40) references import_run
);

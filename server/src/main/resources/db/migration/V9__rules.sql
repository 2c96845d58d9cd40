-- What an organisation sets of the archiving rules (3 and 4); an organisation without a row has the presets.
create table archive_rules (
  organisation  varchar(40) primary key references organisation,
  separate_send varchar(20) not null check (separate_send in ('by_header', 'by_transaction'))
);

-- Who gets copies of others' mail to watch it, in lower case.
create table archive_monitor (
  organisation varchar(40)  not null references organisation,
  address      varchar(254) not null,
  place        integer      not null,
  primary key (organisation, address)
);

-- Names of header fields that mark such copies, in lower case.
create table archive_monitor_header (
  organisation varchar(40)  not null references organisation,
  name         varchar(100) not null,
  place        integer      not null,
  primary key (organisation, name)
);

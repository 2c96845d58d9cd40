-- Several organisations on one machine, the oldest of which is the default one, and everybody who may be somebody.

-- How many archive accounts may be open; null for as many as there are.
alter table organisation add column seats integer;
-- The last day of the service; null while no end is agreed.
alter table organisation add column service_ends date;
alter table organisation add column archive_mode varchar(20) default 'whole_domain' not null;
alter table organisation add constraint organisation_archive_mode check (archive_mode in ('whole_domain', 'opened_accounts'));

-- More roles than the first version knew.
create table person_role_now (
  person varchar(40) not null references person,
  role   varchar(30) not null,
  primary key (person, role),
  constraint person_role_known check (role in ('operator', 'postmaster', 'archive_administrator', 'auditor', 'reviewer'))
);
insert into person_role_now (person, role) select person, role from person_role;
drop table person_role;
alter table person_role_now rename to person_role;

-- Who set the machine up runs it.
insert into person_role (person, role)
  select r.person, 'operator' from person_role r join person p on p.id = r.person
  where r.role = 'postmaster' and p.organisation = (select id from organisation order by created, id limit 1);

-- Why somebody reads: whether an organisation wants to be told, and what a session has told.

alter table organisation add column reason_required boolean default false not null;

alter table person_session add column reason varchar(1000);
alter table person_session add column matter varchar(80);

-- By what an identity provider knows a person: bound at her first sign-in there, so that an address which is given to
-- somebody else later does not give that person her rights.
create table person_identity (
  issuer  varchar(300) not null,
  subject varchar(255) not null,
  person  varchar(40)  not null references person,
  bound   timestamp(6) with time zone not null,
  primary key (issuer, subject)
);
create unique index person_identity_by_person on person_identity (person, issuer);

-- What the console needs: sessions known by a cookie, the sign-in before this one, preferences, a set-up half filled in.

-- A token and a cookie are never taken for one another.
alter table person_session add column kind varchar(10) default 'token' not null check (kind in ('token', 'cookie'));
-- The sign-in before the one that began this session.
alter table person_session add column before_at timestamp(6) with time zone;
alter table person_session add column before_client varchar(64);

alter table person add column signed_in_at timestamp(6) with time zone;
alter table person add column signed_in_client varchar(64);
-- JSON, checked by the API before it gets here.
alter table person add column preferences varchar(4000) default '{}' not null;

-- At most one row, never a password; gone when the organisation is set up.
create table set_up_draft (
  place    integer      primary key check (place = 1),
  document varchar(65536) not null
);

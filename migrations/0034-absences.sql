-- Who stands in for whom in an institution, from a day to a day.
create table absences (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  account_id text not null references accounts (id),
  -- An account that holds a role in the same institution.
  stand_in_id text not null references accounts (id),
  scope text not null check (scope in ('organisation', 'territory')),
  on_id text not null,
  -- Calendar days, both included; when somebody is away is no matter for the journal.
  personal_from text not null,
  personal_until text not null,
  check (personal_until >= personal_from)
);
create index absences_account on absences (account_id, personal_until);
create index absences_stand_in on absences (stand_in_id, personal_until);
create index absences_place on absences (on_id, personal_until);

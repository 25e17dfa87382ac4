-- The public person that an account says it is, until somebody who holds the right links them or not.
alter table accounts add column proposed_person_id text references people (id);

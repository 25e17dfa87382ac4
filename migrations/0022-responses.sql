-- What recommendations say of themselves, what their addressees answer, and who follows them.
alter table recommendations add column issued_on text;
alter table recommendations add column source_pages text;
alter table recommendations add column priority integer check (priority between 1 and 3);
alter table recommendations add column priority_reason_fr text;
alter table recommendations add column priority_reason_ar text;
alter table recommendations add column priority_reason_en text;
alter table recommendations add column priority_reason_original text not null default 'fr'
  check (priority_reason_original in ('fr', 'ar', 'en'));
alter table recommendations add column beneficiaries_fr text;
alter table recommendations add column beneficiaries_ar text;
alter table recommendations add column beneficiaries_en text;
alter table recommendations add column beneficiaries_original text not null default 'fr'
  check (beneficiaries_original in ('fr', 'ar', 'en'));
alter table recommendations add column visibility text not null default 'public'
  check (visibility in ('draft', 'network', 'public'));
-- Kept by whatever changes what it follows from.
alter table recommendations add column status text not null default 'unaddressed'
  check (status in ('superseded', 'unaddressed', 'unanswered', 'rejected', 'accepted', 'committed', 'in-progress', 'late',
    'completed', 'discontinued'));
alter table recommendations add column status_since text;
create index recommendations_status on recommendations (status, position);
create index recommendations_visibility on recommendations (visibility, position);

create table addressed_levels (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  recommendation_id text not null references recommendations (id),
  level text not null,
  unique (recommendation_id, level)
);

create table responses (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  recommendation_id text not null references recommendations (id),
  organisation_id text not null references organisations (id),
  position text not null check (position in ('accepted', 'accepted-in-part', 'rejected')),
  reasons_fr text,
  reasons_ar text,
  reasons_en text,
  reasons_original text not null check (reasons_original in ('fr', 'ar', 'en')),
  responded_on text not null,
  unique (recommendation_id, organisation_id)
);
create index responses_organisation on responses (organisation_id);

-- Who asked to be told what becomes of a record; the name of the record is not a key, as it is in notices.
create table follows (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  record_kind text not null,
  record_id text not null,
  created_at text not null,
  unique (record_id, account_id)
);
create index follows_account on follows (account_id);

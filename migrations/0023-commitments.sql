-- Commitments, with their parties, milestones, funds and deadlines.
create table commitments (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  slug text not null unique,
  reference text not null unique,
  title_fr text,
  title_ar text,
  title_en text,
  title_original text not null check (title_original in ('fr', 'ar', 'en')),
  deliverable_fr text,
  deliverable_ar text,
  deliverable_en text,
  deliverable_original text not null check (deliverable_original in ('fr', 'ar', 'en')),
  kind text not null check (kind in ('financial', 'human-resources', 'process', 'policy', 'service')),
  organisation_id text not null references organisations (id),
  starts_on text,
  due_on text,
  -- The deadline that was first given, whatever was granted since.
  first_due_on text,
  beneficiaries_fr text,
  beneficiaries_ar text,
  beneficiaries_en text,
  beneficiaries_original text not null check (beneficiaries_original in ('fr', 'ar', 'en')),
  participation_fr text,
  participation_ar text,
  participation_en text,
  participation_original text not null check (participation_original in ('fr', 'ar', 'en')),
  -- The commitment of another institution that does the other part.
  matches_id text references commitments (id),
  -- Who is asked to confirm what the institution itself has validated.
  confirmed_by_id text references organisations (id),
  visibility text not null check (visibility in ('draft', 'network', 'public')),
  -- Kept by reports and by the calendar.
  status text not null check (status in ('not-started', 'in-preparation', 'in-progress', 'late', 'completed', 'discontinued')),
  status_since text not null,
  last_report_id text
);
create index commitments_organisation on commitments (organisation_id);
create index commitments_matches on commitments (matches_id);
create index commitments_confirmed_by on commitments (confirmed_by_id);
create index commitments_due on commitments (status, due_on);
create index commitments_visibility on commitments (visibility, due_on);

create table commitment_parties (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  commitment_id text not null references commitments (id),
  organisation_id text not null references organisations (id),
  position integer not null,
  contribution_fr text,
  contribution_ar text,
  contribution_en text,
  contribution_original text not null check (contribution_original in ('fr', 'ar', 'en')),
  unique (commitment_id, organisation_id)
);
create index commitment_parties_organisation on commitment_parties (organisation_id);

create table milestones (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  commitment_id text not null references commitments (id),
  position integer not null,
  title_fr text,
  title_ar text,
  title_en text,
  title_original text not null check (title_original in ('fr', 'ar', 'en')),
  due_on text not null,
  reached_on text
);
create index milestones_commitment on milestones (commitment_id, due_on);

create table funding_shares (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  commitment_id text not null references commitments (id),
  position integer not null,
  organisation_id text references organisations (id),
  funder text,
  -- In the smallest unit of the currency (ISO 4217); currencies are never added up.
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null,
  secured integer not null check (secured in (0, 1)),
  check (organisation_id is not null or funder is not null)
);
create index funding_shares_commitment on funding_shares (commitment_id, position);
create index funding_shares_organisation on funding_shares (organisation_id);

create table deadline_extensions (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  commitment_id text not null references commitments (id),
  from_due_on text not null,
  to_due_on text not null,
  reason text not null,
  reason_language text not null check (reason_language in ('fr', 'ar', 'en')),
  status text not null check (status in ('asked', 'granted', 'refused', 'withdrawn')),
  answer text,
  answer_language text check (answer_language in ('fr', 'ar', 'en')),
  answered_on text,
  check ((answer is null) = (answer_language is null))
);
create index deadline_extensions_commitment on deadline_extensions (commitment_id);
create unique index deadline_extensions_asked on deadline_extensions (commitment_id) where status = 'asked';

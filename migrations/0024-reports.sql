-- Indicators of commitments, reports with their evidence, validations, and readings by civil society.
create table indicators (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  commitment_id text not null references commitments (id),
  position integer not null,
  kind text not null check (kind in ('number', 'scale')),
  name_fr text,
  name_ar text,
  name_en text,
  name_original text not null check (name_original in ('fr', 'ar', 'en')),
  unit_fr text,
  unit_ar text,
  unit_en text,
  unit_original text not null check (unit_original in ('fr', 'ar', 'en')),
  -- Decimal numbers as text; on a scale, the position of a level.
  baseline text,
  baseline_on text,
  target text,
  target_on text,
  direction text not null check (direction in ('up', 'down')),
  source_fr text,
  source_ar text,
  source_en text,
  source_original text not null check (source_original in ('fr', 'ar', 'en'))
);
create index indicators_commitment on indicators (commitment_id, position);

create table indicator_levels (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  indicator_id text not null references indicators (id),
  position integer not null,
  description_fr text,
  description_ar text,
  description_en text,
  description_original text not null check (description_original in ('fr', 'ar', 'en')),
  unique (indicator_id, position)
);

create table reports (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  commitment_id text not null references commitments (id),
  organisation_id text not null references organisations (id),
  period_starts_on text not null,
  period_ends_on text not null,
  status text not null check (status in ('not-started', 'in-preparation', 'in-progress', 'late', 'completed', 'discontinued')),
  reason_fr text,
  reason_ar text,
  reason_en text,
  reason_original text not null check (reason_original in ('fr', 'ar', 'en')),
  narrative_fr text,
  narrative_ar text,
  narrative_en text,
  narrative_original text not null check (narrative_original in ('fr', 'ar', 'en')),
  obstacles_fr text,
  obstacles_ar text,
  obstacles_en text,
  obstacles_original text not null check (obstacles_original in ('fr', 'ar', 'en')),
  next_steps_fr text,
  next_steps_ar text,
  next_steps_en text,
  next_steps_original text not null check (next_steps_original in ('fr', 'ar', 'en')),
  -- How far it has come between who writes it and who answers for it.
  stage text not null check (stage in ('draft', 'submitted', 'returned', 'validated', 'confirmed')),
  submitted_at text,
  validated_at text,
  confirmed_at text
);
create index reports_commitment on reports (commitment_id, period_ends_on);
create index reports_organisation on reports (organisation_id);
create index reports_stage on reports (stage);

create table indicator_values (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  report_id text not null references reports (id),
  indicator_id text not null references indicators (id),
  value text not null,
  source_fr text,
  source_ar text,
  source_en text,
  source_original text not null check (source_original in ('fr', 'ar', 'en')),
  unique (report_id, indicator_id)
);
create index indicator_values_indicator on indicator_values (indicator_id);

create table evidence (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  report_id text not null references reports (id),
  position integer not null,
  kind text not null check (kind in ('file', 'web-page', 'record')),
  title_fr text,
  title_ar text,
  title_en text,
  title_original text not null check (title_original in ('fr', 'ar', 'en')),
  document_id text references documents (id),
  href text,
  -- The bytes that stood at the address when it was given.
  copied_at text,
  sha256 text,
  record_kind text,
  record_id text,
  check ((kind = 'file') = (document_id is not null)),
  check ((kind = 'web-page') = (href is not null)),
  check ((kind = 'record') = (record_id is not null and record_kind is not null))
);
create index evidence_report on evidence (report_id, position);
create index evidence_document on evidence (document_id);
create index evidence_record on evidence (record_id);

create table validations (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  report_id text not null references reports (id),
  step text not null check (step in ('institution', 'other-party')),
  organisation_id text references organisations (id),
  decision text not null check (decision in ('validated', 'returned')),
  reasons text,
  reasons_language text check (reasons_language in ('fr', 'ar', 'en')),
  decided_at text not null,
  check ((reasons is null) = (reasons_language is null)),
  check (decision = 'validated' or reasons is not null)
);
create index validations_report on validations (report_id);
create index validations_organisation on validations (organisation_id);

create table readings (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  commitment_id text not null references commitments (id),
  report_id text references reports (id),
  organisation_id text not null references organisations (id),
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en')),
  stage text not null check (stage in ('submitted', 'published', 'declined')),
  answer text,
  answer_language text check (answer_language in ('fr', 'ar', 'en')),
  check ((answer is null) = (answer_language is null))
);
create index readings_commitment on readings (commitment_id, stage);
create index readings_report on readings (report_id);
create index readings_organisation on readings (organisation_id);

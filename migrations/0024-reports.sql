-- Indicators of commitments, reports with what each stood at, and what was decided of them.
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


-- What civil society reads in a public report: beside it, and never part of what it says.
create table readings (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  report_id text not null references reports (id),
  organisation_id text not null references organisations (id),
  judgement text not null check (judgement in ('agrees', 'partly', 'disagrees')),
  -- How the commitment stands as the organisation sees it, where that is something else.
  own_status text check (own_status in ('not-started', 'in-preparation', 'in-progress', 'late', 'completed', 'discontinued')),
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en')),
  -- Web addresses, one a line.
  sources text,
  stage text not null check (stage in ('submitted', 'published', 'declined', 'withdrawn')),
  -- Accounts by their ids, as the journal has them.
  written_by text,
  submitted_at text not null,
  answer text,
  answer_language text check (answer_language in ('fr', 'ar', 'en')),
  decided_at text,
  decided_by text,
  -- What the institution whose report it is says to it.
  reply_fr text,
  reply_ar text,
  reply_en text,
  reply_original text not null check (reply_original in ('fr', 'ar', 'en')),
  replied_at text,
  check (judgement <> 'agrees' or own_status is null),
  check ((answer is null) = (answer_language is null)),
  check (stage <> 'declined' or answer is not null)
);
create index readings_report on readings (report_id, stage);
create index readings_organisation on readings (organisation_id);
create index readings_stage on readings (stage);

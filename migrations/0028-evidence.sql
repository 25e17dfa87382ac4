-- What shows that a report says how things are: files, web pages with the copy that was kept, records of the node.
create table evidence (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  report_id text not null references reports (id),
  position integer not null,
  kind text not null check (kind in ('file', 'web-page', 'record')),
  caption_fr text,
  caption_ar text,
  caption_en text,
  caption_original text not null check (caption_original in ('fr', 'ar', 'en')),
  -- The date of what it shows, as exact as it is known.
  dated_on text,
  source text,
  licence text,
  -- The bytes in the store: of the file, or of the copy.
  name text,
  media_type text,
  bytes integer,
  sha256 text,
  narrow_sha256 text,
  width integer,
  height integer,
  alt_fr text,
  alt_ar text,
  alt_en text,
  alt_original text not null check (alt_original in ('fr', 'ar', 'en')),
  -- When the page was asked for last; where its copy stood, or why there is none.
  url text,
  tried_at text,
  copied_from text,
  copy_problem text,
  copy_status integer,
  record_kind text,
  record_id text,
  check ((kind = 'web-page') = (url is not null)),
  check ((kind = 'web-page') = (tried_at is not null)),
  check ((kind = 'record') = (record_id is not null)),
  check ((kind = 'record') = (record_kind is not null)),
  check ((sha256 is null) = (bytes is null)),
  check ((sha256 is null) = (media_type is null)),
  check ((sha256 is null) = (name is null)),
  check (kind <> 'file' or sha256 is not null),
  check (kind <> 'record' or sha256 is null),
  check (kind <> 'web-page' or (sha256 is null) = (copy_problem is not null)),
  check (kind <> 'web-page' or (sha256 is null) = (copied_from is null))
);
create index evidence_report on evidence (report_id, position);
create index evidence_record on evidence (record_id);
create index evidence_sha256 on evidence (sha256);
create unique index evidence_file on evidence (report_id, sha256) where kind = 'file';
create unique index evidence_url on evidence (report_id, url) where kind = 'web-page';

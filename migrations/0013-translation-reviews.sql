-- Who, other than its author, has read a translation as it stood.
create table translation_reviews (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  record_kind text not null,
  record_id text not null,
  field text not null,
  language text not null check (language in ('fr', 'ar', 'en')),
  digest text not null,
  reviewed_by text not null,
  unique (record_id, field, language)
);

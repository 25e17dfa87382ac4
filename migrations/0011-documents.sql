-- Documents and cover images of records; the files lie in the data folder, by the hash of their bytes.
create table documents (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  owner_kind text not null,
  owner_id text not null,
  role text not null check (role in ('cover', 'document')),
  position integer not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  narrow_sha256 text,
  width integer,
  height integer,
  language text check (language in ('fr', 'ar', 'en')),
  alt_fr text,
  alt_ar text,
  alt_en text,
  alt_original text not null check (alt_original in ('fr', 'ar', 'en'))
);
create index documents_owner on documents (owner_id, role, position);
create index documents_sha256 on documents (sha256);
create index documents_narrow_sha256 on documents (narrow_sha256);
create unique index documents_cover on documents (owner_id) where role = 'cover';

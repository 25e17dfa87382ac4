-- Debates whose votes were analysed: what is said of them, and apart from it the votes.
create table debates (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  slug text not null unique,
  title_fr text,
  title_ar text,
  title_en text,
  title_original text not null check (title_original in ('fr', 'ar', 'en')),
  summary_fr text,
  summary_ar text,
  summary_en text,
  summary_original text not null check (summary_original in ('fr', 'ar', 'en')),
  starts_on text not null,
  ends_on text,
  -- The workshop it belonged to.
  workshop_id text references workshops (id),
  -- Of the statements (ISO 639), `mul` where they are in several.
  language text not null,
  -- Where the debate itself is published, and under which licence.
  url text,
  licence text,
  visibility text not null check (visibility in ('draft', 'network', 'public')),
  -- Of the votes that are kept; null while there are none.
  digest text,
  participants integer,
  statements integer,
  votes integer,
  -- 0 where no groups can be told.
  group_count integer,
  check ((digest is null) = (participants is null)),
  check ((digest is null) = (statements is null)),
  check ((digest is null) = (votes is null)),
  check ((digest is null) = (group_count is null))
);
create index debates_workshop on debates (workshop_id);
create index debates_visibility on debates (visibility, starts_on);

-- What became of the votes of a debate: those that were sent and are looked at, and those that are kept. The journal holds
-- neither.
create table debate_votes (
  debate_id text not null,
  stage text not null check (stage in ('sent', 'kept')),
  sent_at text not null,
  -- SHA-256 of the files' own.
  digest text not null,
  report text not null,
  problems text not null,
  primary key (debate_id, stage)
);

-- The files they came in, which no public page hands out.
create table debate_files (
  debate_id text not null,
  stage text not null check (stage in ('sent', 'kept')),
  file text not null check (file in ('votes', 'comments', 'participants')),
  name text not null,
  bytes integer not null,
  sha256 text not null,
  primary key (debate_id, stage, file)
);

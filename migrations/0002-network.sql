-- Territories, sources, organisations, people, initiatives, taxonomies and the links between all records.
create table sources (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  title text not null,
  language text not null,
  publisher text not null,
  url text,
  published_on text,
  consulted_on text not null,
  licence text
);

create table territories (
  id text primary key,
  slug text not null unique,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  parent_id text references territories (id),
  level text not null check (level in ('country', 'region', 'province', 'commune')),
  code text not null unique,
  code_mark text,
  name_fr text,
  name_ar text,
  name_en text,
  name_original text not null check (name_original in ('fr', 'ar', 'en')),
  short_name_fr text,
  short_name_ar text,
  short_name_en text,
  short_name_original text not null check (short_name_original in ('fr', 'ar', 'en')),
  tile_column integer,
  tile_row integer
);
create index territories_parent on territories (parent_id);

create table figures (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  territory_id text not null references territories (id),
  measure text not null,
  value bigint not null check (value >= 0),
  as_of text not null,
  source_id text not null references sources (id)
);
create index figures_territory on figures (territory_id);

create table organisations (
  id text primary key,
  slug text not null unique,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  type text not null,
  level text not null check (level in ('local', 'regional', 'national', 'international')),
  parent_id text references organisations (id),
  territory_id text references territories (id),
  name_fr text,
  name_ar text,
  name_en text,
  name_original text not null check (name_original in ('fr', 'ar', 'en')),
  acronym_fr text,
  acronym_ar text,
  acronym_en text,
  acronym_original text not null check (acronym_original in ('fr', 'ar', 'en')),
  summary_fr text,
  summary_ar text,
  summary_en text,
  summary_original text not null check (summary_original in ('fr', 'ar', 'en')),
  url text
);
create index organisations_parent on organisations (parent_id);
create index organisations_territory on organisations (territory_id);

create table people (
  id text primary key,
  slug text not null unique,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  name_fr text,
  name_ar text,
  name_en text,
  name_original text not null check (name_original in ('fr', 'ar', 'en'))
);

create table initiatives (
  id text primary key,
  slug text not null unique,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  name_fr text,
  name_ar text,
  name_en text,
  name_original text not null check (name_original in ('fr', 'ar', 'en')),
  acronym_fr text,
  acronym_ar text,
  acronym_en text,
  acronym_original text not null check (acronym_original in ('fr', 'ar', 'en')),
  summary_fr text,
  summary_ar text,
  summary_en text,
  summary_original text not null check (summary_original in ('fr', 'ar', 'en')),
  aims_fr text,
  aims_ar text,
  aims_en text,
  aims_original text not null check (aims_original in ('fr', 'ar', 'en')),
  starts_on text,
  ends_on text,
  budget_minor bigint,
  budget_currency text,
  check ((budget_minor is null) = (budget_currency is null))
);

create table outcomes (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  initiative_id text not null references initiatives (id),
  kind text not null check (kind in ('result', 'prospect')),
  position integer not null,
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en'))
);
create index outcomes_initiative on outcomes (initiative_id);

create table concepts (
  id text primary key,
  slug text not null unique,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  scheme text not null check (scheme in ('axis', 'priority', 'sdg')),
  code text not null,
  position integer not null,
  name_fr text,
  name_ar text,
  name_en text,
  name_original text not null check (name_original in ('fr', 'ar', 'en')),
  definition_fr text,
  definition_ar text,
  definition_en text,
  definition_original text not null check (definition_original in ('fr', 'ar', 'en')),
  unique (scheme, code)
);

create table links (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  from_kind text not null,
  from_id text not null,
  relation text not null,
  to_kind text not null,
  to_id text not null,
  position integer not null,
  unique (from_id, relation, to_id)
);
create index links_to on links (to_id, relation);

-- Recommendations; where each comes from and who shared it stand in links.
create table recommendations (
  id text primary key,
  slug text not null unique,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  reference text not null unique,
  position integer not null,
  title_fr text,
  title_ar text,
  title_en text,
  title_original text not null check (title_original in ('fr', 'ar', 'en')),
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en'))
);

-- Workshops: series and editions, programme, contributions, audiences and conclusions.
create table series (
  id text primary key,
  slug text not null unique,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  name_fr text,
  name_ar text,
  name_en text,
  name_original text not null check (name_original in ('fr', 'ar', 'en')),
  summary_fr text,
  summary_ar text,
  summary_en text,
  summary_original text not null check (summary_original in ('fr', 'ar', 'en'))
);

create table workshops (
  id text primary key,
  slug text not null unique,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  series_id text references series (id),
  form text not null,
  status text not null check (status in
    ('draft', 'announced', 'open', 'running', 'closed', 'published', 'postponed', 'cancelled')),
  title_fr text,
  title_ar text,
  title_en text,
  title_original text not null check (title_original in ('fr', 'ar', 'en')),
  summary_fr text,
  summary_ar text,
  summary_en text,
  summary_original text not null check (summary_original in ('fr', 'ar', 'en')),
  aims_fr text,
  aims_ar text,
  aims_en text,
  aims_original text not null check (aims_original in ('fr', 'ar', 'en')),
  outcome_fr text,
  outcome_ar text,
  outcome_en text,
  outcome_original text not null check (outcome_original in ('fr', 'ar', 'en')),
  starts_on text not null,
  ends_on text not null,
  time_zone text not null,
  venue_fr text,
  venue_ar text,
  venue_en text,
  venue_original text not null check (venue_original in ('fr', 'ar', 'en')),
  city_fr text,
  city_ar text,
  city_en text,
  city_original text not null check (city_original in ('fr', 'ar', 'en')),
  territory_id text references territories (id),
  attendance_total integer,
  attendance_minimum integer not null default 0 check (attendance_minimum in (0, 1)),
  attendance_women integer,
  attendance_men integer
);
create index workshops_series on workshops (series_id);
create index workshops_territory on workshops (territory_id);
create index workshops_dates on workshops (starts_on);

create table programme_items (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null references workshops (id),
  anchor text not null,
  position integer not null,
  kind text not null,
  number integer,
  day text,
  starts_at text,
  ends_at text,
  title_fr text,
  title_ar text,
  title_en text,
  title_original text not null check (title_original in ('fr', 'ar', 'en')),
  abstract_fr text,
  abstract_ar text,
  abstract_en text,
  abstract_original text not null check (abstract_original in ('fr', 'ar', 'en')),
  room_fr text,
  room_ar text,
  room_en text,
  room_original text not null check (room_original in ('fr', 'ar', 'en')),
  unique (workshop_id, anchor)
);
create index programme_items_workshop on programme_items (workshop_id, position);

create table contributions (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  item_id text not null references programme_items (id),
  position integer not null,
  part text not null,
  person_id text references people (id),
  organisation_id text references organisations (id),
  role_fr text,
  role_ar text,
  role_en text,
  role_original text not null check (role_original in ('fr', 'ar', 'en')),
  check (person_id is not null or organisation_id is not null)
);
create index contributions_item on contributions (item_id, position);
create index contributions_person on contributions (person_id);
create index contributions_organisation on contributions (organisation_id);

create table audiences (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null references workshops (id),
  position integer not null,
  actor_type text not null,
  unique (workshop_id, actor_type)
);

create table conclusions (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null references workshops (id),
  item_id text references programme_items (id),
  position integer not null,
  kind text not null check (kind in ('conclusion', 'will')),
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en'))
);
create index conclusions_workshop on conclusions (workshop_id, position);

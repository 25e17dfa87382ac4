-- The conclusions board of a workshop, what its entries come from, and the decisions and actions that it adopted.
create table board_entries (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null references workshops (id),
  position integer not null,
  kind text not null check (kind in ('conclusion', 'recommendation', 'decision', 'action')),
  status text not null check (status in ('draft', 'adopted', 'left')),
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en')),
  owner text,
  organisation_id text references organisations (id),
  person_id text references people (id),
  due_on text,
  merged_into_id text references board_entries (id),
  adopted_kind text,
  adopted_id text unique,
  check ((status = 'adopted') = (adopted_id is not null))
);
create index board_entries_workshop on board_entries (workshop_id, position);
create index board_entries_merged on board_entries (merged_into_id);
create index board_entries_organisation on board_entries (organisation_id);
create index board_entries_person on board_entries (person_id);

create table board_sources (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  board_entry_id text not null references board_entries (id),
  entry_id text not null unique references minutes_entries (id),
  item_id text not null references programme_items (id),
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en')),
  withdrawn integer not null default 0 check (withdrawn in (0, 1))
);
create index board_sources_entry on board_sources (board_entry_id);
create index board_sources_item on board_sources (item_id);

create table actions (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null references workshops (id),
  item_id text references programme_items (id),
  position integer not null,
  kind text not null check (kind in ('decision', 'action')),
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en')),
  owner text,
  organisation_id text references organisations (id),
  person_id text references people (id),
  due_on text,
  status text not null check (status in ('open', 'done', 'dropped')),
  reason text,
  reason_language text check (reason_language in ('fr', 'ar', 'en')),
  settled_on text,
  check ((reason is null) = (reason_language is null))
);
create index actions_workshop on actions (workshop_id, position);
create index actions_item on actions (item_id);
create index actions_organisation on actions (organisation_id);
create index actions_person on actions (person_id);
create index actions_due on actions (status, due_on);

-- Minutes by session. What an entry names (an organisation, a person) is a memory of what was said, as in a journal:
-- it stays as it is when records are merged or removed. Entries and their operations are a log of their own: the journal keeps opening, circulating
-- and sealing.
create table minutes (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null references workshops (id),
  item_id text not null unique references programme_items (id),
  status text not null check (status in ('open', 'circulated', 'sealed')),
  edition integer not null,
  sequence integer not null
);
create index minutes_workshop on minutes (workshop_id);

create table minutes_entries (
  id text primary key,
  minutes_id text not null references minutes (id),
  version integer not null,
  sequence integer not null,
  begun_at text not null,
  changed_at text not null,
  kind text not null check (kind in
    ('key-point', 'question', 'decision', 'conclusion', 'recommendation', 'action', 'quotation')),
  rank text not null,
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en')),
  owner text,
  organisation_id text,
  person_id text,
  due_on text,
  speaker text,
  consent integer not null check (consent in (0, 1)),
  removed integer not null check (removed in (0, 1))
);
create index minutes_entries_sequence on minutes_entries (minutes_id, sequence);
create index minutes_entries_organisation on minutes_entries (organisation_id);
create index minutes_entries_person on minutes_entries (person_id);

create table minutes_operations (
  id text primary key,
  minutes_id text not null references minutes (id),
  entry_id text not null,
  sequence integer not null,
  version integer,
  device_id text not null,
  account_id text not null,
  written_at text not null,
  received_at text not null,
  outcome text not null check (outcome in ('applied', 'rival', 'kept', 'unchanged', 'late', 'refused')),
  asked text not null,
  changed text not null,
  content text
);
create index minutes_operations_entry on minutes_operations (entry_id, version);
create index minutes_operations_minutes on minutes_operations (minutes_id, sequence);

create table minutes_rivals (
  id text primary key,
  minutes_id text not null references minutes (id),
  entry_id text not null references minutes_entries (id),
  sequence integer not null,
  field text not null,
  value text,
  device_id text not null,
  account_id text not null,
  written_at text not null,
  settled_by text,
  settled_at text
);
create index minutes_rivals_entry on minutes_rivals (entry_id);
create index minutes_rivals_sequence on minutes_rivals (minutes_id, sequence);

-- Who has minutes open on which device; rows are dropped when they are old.
create table minutes_writers (
  device_id text not null,
  minutes_id text not null references minutes (id),
  account_id text not null,
  entry_id text,
  seen_at text not null,
  primary key (minutes_id, device_id)
);

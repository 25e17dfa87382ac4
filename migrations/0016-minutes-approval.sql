-- Circulation of minutes to those who approve them, their answers, and the sealed text of each edition.
create table minutes_circulations (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  minutes_id text not null references minutes (id),
  edition integer not null,
  number integer not null,
  needed integer not null,
  digest text not null,
  answer_by text,
  status text not null check (status in ('open', 'withdrawn', 'sealed')),
  unique (minutes_id, edition, number)
);

create table minutes_approvals (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  circulation_id text not null references minutes_circulations (id),
  personal_name text not null,
  personal_email text not null,
  locale text not null check (locale in ('fr', 'ar', 'en')),
  token_hash text not null unique,
  answer text not null check (answer in ('none', 'approved', 'changes')),
  answered_at text,
  unique (circulation_id, personal_email)
);
create index minutes_approvals_email on minutes_approvals (personal_email);

create table minutes_remarks (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  approval_id text not null references minutes_approvals (id),
  entry_id text references minutes_entries (id),
  text text not null,
  language text not null check (language in ('fr', 'ar', 'en')),
  reply text,
  reply_language text check (reply_language in ('fr', 'ar', 'en')),
  replied_by text
);
create index minutes_remarks_approval on minutes_remarks (approval_id);
create index minutes_remarks_entry on minutes_remarks (entry_id);

create table minutes_seals (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  minutes_id text not null references minutes (id),
  edition integer not null,
  approved integer not null,
  asked integer not null,
  sha256 text not null,
  content text not null,
  unique (minutes_id, edition)
);

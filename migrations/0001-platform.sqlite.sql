-- The journal, its readers' places, former addresses and settings.
create table journal (
  number integer primary key autoincrement,
  at text not null,
  actor_id text not null,
  kind text not null,
  record_id text not null,
  verb text not null check (verb in ('create', 'update', 'delete')),
  before text,
  after text,
  touches text not null
);
create index journal_record on journal (record_id, number);

create table journal_cursors (
  consumer text primary key,
  number bigint not null,
  updated_at text not null
);

create table addresses (
  kind text not null,
  slug text not null,
  record_id text not null,
  created_at text not null,
  primary key (kind, slug)
);
create index addresses_record on addresses (record_id);

create table settings (
  key text primary key,
  value text not null
);

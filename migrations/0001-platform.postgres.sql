-- The journal, its readers' places, former addresses and settings.
create sequence journal_numbers;

-- A transaction takes its identity before its number: a reader that sees a gap can then tell, from the
-- transactions still running, whether the missing number may yet appear.
create function journal_next() returns bigint language plpgsql as $$
begin
  perform pg_current_xact_id();
  return nextval('journal_numbers');
end
$$;

create table journal (
  number bigint primary key default journal_next(),
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

create function journal_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('journal', '');
  return null;
end
$$;
create trigger journal_written after insert on journal for each statement execute function journal_notify();

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

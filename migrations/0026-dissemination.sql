-- What a workshop tells the press, in three languages; everyone reads it once an editor says so.
create table press_notes (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null unique references workshops (id),
  title_fr text,
  title_ar text,
  title_en text,
  title_original text not null check (title_original in ('fr', 'ar', 'en')),
  text_fr text,
  text_ar text,
  text_en text,
  text_original text not null check (text_original in ('fr', 'ar', 'en')),
  is_public integer not null default 0 check (is_public in (0, 1))
);

-- Who asked to be written to about meetings; confirmed by a link in a letter, or forgotten.
create table subscriptions (
  id text primary key,
  created_at text not null,
  personal_email text not null unique,
  locale text not null check (locale in ('fr', 'ar', 'en')),
  topic text not null check (topic in ('all', 'series', 'territory')),
  -- No keys: these rows are no records, and what they name can still be removed or become another.
  series_id text,
  territory_id text,
  asked_at text not null,
  confirmed_at text,
  check ((topic = 'series') = (series_id is not null)),
  check ((topic = 'territory') = (territory_id is not null))
);
create index subscriptions_series on subscriptions (series_id);
create index subscriptions_territory on subscriptions (territory_id);
create index subscriptions_asked on subscriptions (asked_at);

-- One sending of a press note to those who subscribed by then: once for each note, begun again where it stopped.
create table dispatches (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null references workshops (id),
  press_note_id text not null unique references press_notes (id),
  -- What was sent, whatever becomes of the note: JSON, by language.
  letters text not null,
  -- The last subscription that was reached, in the order of their ids.
  reached_id text not null,
  queued integer not null,
  settled_at text
);
create index dispatches_workshop on dispatches (workshop_id);
create index dispatches_settled on dispatches (settled_at);

-- Whether one request to that address is enough (RFC 8058, List-Unsubscribe-Post).
alter table mail_messages add column unsubscribe_post integer not null default 0 check (unsubscribe_post in (0, 1));

-- By which words records are found: what each holds, and the records of each word. Kept by whatever writes the record,
-- by the rules that `rules` numbers; they follow from the records, so they are in no backup. Words lie in the order of
-- their letters' numbers, whatever the server's own order is, so that a beginning is a range.
create table search_texts (
  record_id text primary key,
  kind text not null,
  rules integer not null,
  -- Each word once, a space between them.
  words text not null
);
create table search_words (
  kind text not null,
  word text collate "C" not null,
  record_id text not null,
  primary key (kind, word, record_id)
);

-- What accounts are to be told of, at once or gathered in one letter; settled once it was told, or is to be told no more.
create table notices (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  kind text not null,
  record_kind text not null,
  record_id text not null,
  about text not null,
  once_key text not null unique,
  created_at text not null,
  settled_at text
);
create index notices_account on notices (account_id, settled_at);
create index notices_settled on notices (settled_at);

-- Where a reader changes how often they are written to (RFC 2369, List-Unsubscribe).
alter table mail_messages add column unsubscribe_href text;

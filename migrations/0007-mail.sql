-- The outbox: every message to be sent, and what became of it. A body is emptied once it has served.
create table mail_messages (
  id text primary key,
  message_id text unique,
  purpose text not null,
  to_address text not null,
  to_name text,
  locale text not null check (locale in ('fr', 'ar', 'en')),
  subject text not null,
  text text not null,
  html text not null,
  status text not null check (status in ('waiting', 'sending', 'sent', 'uncertain', 'failed', 'withdrawn')),
  attempts integer not null,
  next_attempt_at text not null,
  last_error text,
  created_at text not null,
  sent_at text,
  expires_at text,
  emptied_at text,
  account_id text,
  once_key text unique
);
create index mail_messages_status on mail_messages (status, next_attempt_at);
create index mail_messages_expiry on mail_messages (status, expires_at);
create index mail_messages_account on mail_messages (account_id);
create index mail_messages_address on mail_messages (to_address);

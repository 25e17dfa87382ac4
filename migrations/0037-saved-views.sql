-- Ways of reading a register that accounts keep for themselves, each under a name of theirs; personal, so no records.
create table saved_views (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  register text not null check (register in ('recommendations', 'commitments')),
  name text not null,
  -- As it stands in the register's address.
  query text not null,
  created_at text not null,
  unique (account_id, register, name)
);

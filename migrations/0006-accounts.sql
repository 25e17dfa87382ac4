-- Accounts and how they sign in, the roles they hold, invitations, requests, drafts of forms, limits.
-- Columns named personal_… hold data of a person: the journal never keeps them, erasure empties them.
create table accounts (
  id text primary key,
  version integer not null default 1,
  created_at text not null,
  updated_at text not null,
  personal_name text not null,
  personal_email text not null unique,
  email_verified integer not null default 0 check (email_verified in (0, 1)),
  image text,
  status text not null default 'active' check (status in ('active', 'suspended', 'erased')),
  locale text not null default 'fr' check (locale in ('fr', 'ar', 'en')),
  notices text not null default 'weekly' check (notices in ('each', 'daily', 'weekly', 'none')),
  person_id text references people (id),
  demonstration integer not null default 0 check (demonstration in (0, 1))
);
create index accounts_person on accounts (person_id);

create table grants (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  account_id text not null references accounts (id),
  role text not null,
  scope text not null check (scope in ('network', 'organisation', 'territory', 'workshop', 'session')),
  on_id text not null,
  given_by text not null,
  unique (account_id, role, on_id)
);
create index grants_on on grants (on_id);

create table invitations (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  personal_name text not null,
  personal_email text not null,
  locale text not null check (locale in ('fr', 'ar', 'en')),
  role text not null,
  scope text not null check (scope in ('network', 'organisation', 'territory', 'workshop', 'session')),
  on_id text not null,
  token_hash text not null unique,
  status text not null check (status in ('open', 'accepted', 'withdrawn')),
  expires_at text not null,
  invited_by text not null,
  account_id text references accounts (id)
);
create index invitations_on on invitations (on_id);

create table membership_requests (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  personal_name text not null,
  personal_email text not null,
  personal_message text not null,
  locale text not null check (locale in ('fr', 'ar', 'en')),
  organisation_id text references organisations (id),
  status text not null check (status in ('open', 'accepted', 'declined')),
  decided_by text,
  reason text
);

create table sign_in_sessions (
  id text primary key,
  created_at text not null,
  updated_at text not null,
  account_id text not null references accounts (id) on delete cascade,
  token text not null unique,
  expires_at text not null,
  ip_address text,
  user_agent text
);
create index sign_in_sessions_account on sign_in_sessions (account_id);

create table sign_in_methods (
  id text primary key,
  created_at text not null,
  updated_at text not null,
  account_id text not null references accounts (id) on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at text,
  refresh_token_expires_at text,
  scope text,
  password text
);
create index sign_in_methods_account on sign_in_methods (account_id);

create table sign_in_tokens (
  id text primary key,
  created_at text not null,
  updated_at text not null,
  identifier text not null,
  value text not null,
  expires_at text not null
);
create index sign_in_tokens_identifier on sign_in_tokens (identifier);

create table passkeys (
  id text primary key,
  created_at text,
  account_id text not null references accounts (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null,
  counter bigint not null,
  device_type text not null,
  backed_up integer not null,
  transports text,
  aaguid text
);
create index passkeys_account on passkeys (account_id);
create index passkeys_credential on passkeys (credential_id);

-- How often something was tried in a span of time, whichever process counted.
create table limits (
  key text primary key,
  count integer not null,
  until text not null
);

-- What was typed and not yet saved: an account's, or of a session that ended while it was typed.
create table form_drafts (
  id text primary key,
  account_id text references accounts (id) on delete cascade,
  holder text unique,
  address text not null,
  fields text not null,
  base_version integer,
  updated_at text not null,
  unique (account_id, address)
);

-- Who passes what they hold in an institution to whom.
create table handovers (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  -- Who leaves; null where nobody held the roles, or the account was erased before they passed.
  account_id text references accounts (id),
  scope text not null check (scope in ('organisation', 'territory')),
  on_id text not null,
  -- The roles that pass, parted by spaces.
  roles text not null,
  status text not null check (status in ('open', 'confirmed', 'withdrawn')),
  successor_id text references accounts (id),
  -- The invitation by which the successor is to come; its account is the successor once it is accepted.
  invitation_id text,
  personal_notes text,
  notes_language text check (notes_language in ('fr', 'ar', 'en')),
  -- Whether whoever leaves lets their unsent forms pass.
  passes_drafts integer not null check (passes_drafts in (0, 1)),
  settled_at text,
  check ((personal_notes is null) = (notes_language is null))
);
create unique index handovers_open on handovers (account_id, on_id) where status = 'open';
create index handovers_place on handovers (on_id);
create index handovers_successor on handovers (successor_id);
create index handovers_invitation on handovers (invitation_id);

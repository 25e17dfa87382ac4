-- Records that turned out to be one, with what it takes to part them again; and pairs that are not the same.
create table merges (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  kind text not null,
  kept_id text not null,
  gone_id text not null unique,
  gone text not null,
  moved text not null
);
create index merges_kept on merges (kept_id);

create table distinctions (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  kind text not null,
  first_id text not null,
  second_id text not null,
  unique (first_id, second_id)
);
create index distinctions_second on distinctions (second_id);

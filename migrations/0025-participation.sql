-- Who took part in a workshop or in one of its sessions, as counts: what is not counted is null, which is not zero.
create table participation_counts (
  id text primary key,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  workshop_id text not null references workshops (id),
  item_id text references programme_items (id),
  position integer not null,
  actor_type text,
  level text check (level in ('international', 'country', 'region', 'province', 'commune')),
  territory_id text references territories (id),
  women integer check (women >= 0),
  men integer check (men >= 0),
  not_stated integer check (not_stated >= 0),
  check (women is not null or men is not null or not_stated is not null),
  check (level is null or territory_id is null)
);
create index participation_counts_workshop on participation_counts (workshop_id, position);
create index participation_counts_item on participation_counts (item_id);
create index participation_counts_territory on participation_counts (territory_id);

alter table programme_items add column attendance_total integer;
alter table programme_items add column attendance_women integer;
alter table programme_items add column attendance_men integer;

-- Which edition a workshop follows, and which contribution was taken over from it to be confirmed.
alter table workshops add column follows_id text references workshops (id);
alter table contributions add column copied_from_id text;

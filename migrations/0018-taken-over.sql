-- Which item a programme's item was taken over from, and which texts of a workshop were, until they are read again.
alter table programme_items add column copied_from_id text;
alter table workshops add column taken_over text;

-- Conclusions by the session they come from.
create index conclusions_item on conclusions (item_id);

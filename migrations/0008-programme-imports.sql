-- What a programme item is called in the file it was imported from, so that the same file adds nothing twice.
alter table programme_items add column import_key text;
create unique index programme_items_import_key on programme_items (workshop_id, import_key);

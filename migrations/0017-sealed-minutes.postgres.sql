-- Sealed minutes stand whoever asks: what was approved is changed by no program and by no hand. References to records
-- that were merged may move; a correction is the next edition.
create function refuse_sealed() returns trigger language plpgsql as $$
begin
  raise exception 'sealed minutes are not changed';
end $$;

create function refuse_sealed_minutes() returns trigger language plpgsql as $$
begin
  if exists (select 1 from minutes_seals where minutes_id = old.id and edition = old.edition)
    and (new.item_id <> old.item_id or new.workshop_id <> old.workshop_id
      or not ((new.edition = old.edition + 1 and new.status = 'open')
        or (new.edition = old.edition and new.status = 'sealed')))
  then raise exception 'sealed minutes are not changed';
  end if;
  return new;
end $$;

create function refuse_sealed_entry() returns trigger language plpgsql as $$
declare
  owner_id text := case when tg_op = 'INSERT' then new.minutes_id else old.minutes_id end;
begin
  if exists (select 1 from minutes_seals join minutes on minutes.id = minutes_seals.minutes_id
    where minutes.id = owner_id and minutes_seals.edition = minutes.edition)
  then raise exception 'sealed minutes are not changed';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger minutes_seals_stand before update or delete on minutes_seals
for each row execute function refuse_sealed();
create trigger minutes_stand before update of item_id, workshop_id, edition, status on minutes
for each row execute function refuse_sealed_minutes();
create trigger minutes_entries_stand before update of minutes_id, kind, rank, text_fr, text_ar, text_en,
  text_original, owner, due_on, speaker, consent, removed on minutes_entries
for each row execute function refuse_sealed_entry();
create trigger minutes_entries_end before insert or delete on minutes_entries
for each row execute function refuse_sealed_entry();

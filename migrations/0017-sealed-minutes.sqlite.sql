-- Sealed minutes stand whoever asks: what was approved is changed by no program and by no hand. References to records
-- that were merged may move; a correction is the next edition.
create trigger minutes_seals_stand before update on minutes_seals
begin select raise(abort, 'sealed minutes are not changed'); end;
create trigger minutes_seals_stay before delete on minutes_seals
begin select raise(abort, 'sealed minutes are not removed'); end;

create trigger minutes_stand before update of item_id, workshop_id, edition, status on minutes
when exists (select 1 from minutes_seals where minutes_id = old.id and edition = old.edition)
  and not (new.edition = old.edition + 1 and new.status = 'open'
    and new.item_id = old.item_id and new.workshop_id = old.workshop_id)
  and not (new.edition = old.edition and new.status = 'sealed'
    and new.item_id = old.item_id and new.workshop_id = old.workshop_id)
begin select raise(abort, 'sealed minutes are not changed'); end;

create trigger minutes_entries_stand before update of minutes_id, kind, rank, text_fr, text_ar, text_en,
  text_original, owner, due_on, speaker, consent, removed on minutes_entries
when exists (select 1 from minutes_seals join minutes on minutes.id = minutes_seals.minutes_id
  where minutes.id = old.minutes_id and minutes_seals.edition = minutes.edition)
begin select raise(abort, 'sealed minutes are not changed'); end;
create trigger minutes_entries_stay before delete on minutes_entries
when exists (select 1 from minutes_seals join minutes on minutes.id = minutes_seals.minutes_id
  where minutes.id = old.minutes_id and minutes_seals.edition = minutes.edition)
begin select raise(abort, 'sealed minutes are not changed'); end;
create trigger minutes_entries_end before insert on minutes_entries
when exists (select 1 from minutes_seals join minutes on minutes.id = minutes_seals.minutes_id
  where minutes.id = new.minutes_id and minutes_seals.edition = minutes.edition)
begin select raise(abort, 'sealed minutes are not changed'); end;

-- Every change of what 0038's rule reads is followed at once, whoever makes it. Writers stand side by side here, and none
-- sees what another has not committed: each takes the row that the rule joins before it reads, so that one waits for the
-- other and reads what it wrote.
create function keep_extents_of_commitment() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from commitment_extents where commitment_id = old.id;
  end if;
  if tg_op <> 'DELETE' then
    perform 1 from organisations where id = new.organisation_id for share;
    insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.id;
  end if;
  return null;
end $$;
create trigger commitment_extents_kept after insert or delete or update of organisation_id, visibility, status, due_on,
  reference on commitments for each row execute function keep_extents_of_commitment();

create function keep_extents_of_link() returns trigger language plpgsql as $$
begin
  perform 1 from commitments
    where id in (old.from_id, new.from_id)
    order by id for no key update;
  if tg_op <> 'INSERT' then
    delete from commitment_extents where commitment_id = old.from_id and way = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.from_id and way = new.id;
  end if;
  return null;
end $$;
create trigger commitment_extents_begin after insert on links for each row
  when (new.relation = 'concerns' and new.from_kind = 'commitments') execute function keep_extents_of_link();
create trigger commitment_extents_end after delete on links for each row
  when (old.relation = 'concerns' and old.from_kind = 'commitments') execute function keep_extents_of_link();
create trigger commitment_extents_move after update of from_id, from_kind, relation, to_id on links for each row
  execute function keep_extents_of_link();

create function keep_extents_of_part() returns trigger language plpgsql as $$
begin
  perform 1 from commitments
    where id in (old.commitment_id, new.commitment_id)
    order by id for no key update;
  if tg_op <> 'INSERT' then
    delete from commitment_extents where commitment_id = old.commitment_id and way = old.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.commitment_id and way = new.id;
  end if;
  return null;
end $$;
create trigger commitment_extents_kept after insert or delete or update of commitment_id, organisation_id on commitment_parties
  for each row execute function keep_extents_of_part();
create trigger commitment_extents_kept after insert or delete or update of commitment_id, organisation_id on funding_shares
  for each row execute function keep_extents_of_part();

create function keep_extents_of_authority() returns trigger language plpgsql as $$
begin
  delete from commitment_extents where way = 'authority'
    and commitment_id in (select id from commitments where organisation_id = new.id);
  insert into commitment_extents select * from commitment_extents_by_rule where way = 'authority'
    and commitment_id in (select id from commitments where organisation_id = new.id);
  return null;
end $$;
create trigger commitment_extents_begin after insert on organisations for each row
  execute function keep_extents_of_authority();
create trigger commitment_extents_move after update of territory_id, type on organisations for each row
  when (old.territory_id is distinct from new.territory_id or old.type is distinct from new.type)
  execute function keep_extents_of_authority();

-- Every change of what 0038's rule reads is followed at once, whoever makes it.
create trigger commitment_extents_begin after insert on commitments
begin insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.id; end;
create trigger commitment_extents_end after delete on commitments
begin delete from commitment_extents where commitment_id = old.id; end;
create trigger commitment_extents_move after update of organisation_id, visibility, status, due_on, reference on commitments
begin
  delete from commitment_extents where commitment_id = new.id;
  insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.id;
end;

create trigger commitment_extents_of_links_begin after insert on links
when new.relation = 'concerns' and new.from_kind = 'commitments'
begin insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.from_id and way = new.id; end;
create trigger commitment_extents_of_links_end after delete on links
when old.relation = 'concerns' and old.from_kind = 'commitments'
begin delete from commitment_extents where commitment_id = old.from_id and way = old.id; end;
create trigger commitment_extents_of_links_move after update of from_id, from_kind, relation, to_id on links
begin
  delete from commitment_extents where commitment_id = old.from_id and way = old.id;
  insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.from_id and way = new.id;
end;

create trigger commitment_extents_of_commitment_parties_begin after insert on commitment_parties
begin insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.commitment_id and way = new.id; end;
create trigger commitment_extents_of_commitment_parties_end after delete on commitment_parties
begin delete from commitment_extents where commitment_id = old.commitment_id and way = old.id; end;
create trigger commitment_extents_of_commitment_parties_move after update of commitment_id, organisation_id on commitment_parties
begin
  delete from commitment_extents where commitment_id = old.commitment_id and way = old.id;
  insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.commitment_id and way = new.id;
end;

create trigger commitment_extents_of_funding_shares_begin after insert on funding_shares
begin insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.commitment_id and way = new.id; end;
create trigger commitment_extents_of_funding_shares_end after delete on funding_shares
begin delete from commitment_extents where commitment_id = old.commitment_id and way = old.id; end;
create trigger commitment_extents_of_funding_shares_move after update of commitment_id, organisation_id on funding_shares
begin
  delete from commitment_extents where commitment_id = old.commitment_id and way = old.id;
  insert into commitment_extents select * from commitment_extents_by_rule where commitment_id = new.commitment_id and way = new.id;
end;

create trigger commitment_extents_of_organisations_begin after insert on organisations
begin
  insert into commitment_extents select * from commitment_extents_by_rule where way = 'authority'
    and commitment_id in (select id from commitments where organisation_id = new.id);
end;
create trigger commitment_extents_of_organisations_move after update of territory_id, type on organisations
when old.territory_id is not new.territory_id or old.type is not new.type
begin
  delete from commitment_extents where way = 'authority'
    and commitment_id in (select id from commitments where organisation_id = new.id);
  insert into commitment_extents select * from commitment_extents_by_rule where way = 'authority'
    and commitment_id in (select id from commitments where organisation_id = new.id);
end;

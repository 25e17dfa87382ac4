-- Whose commitments are counted where: those of an institution that leads, takes part or funds; those of a territory that
-- they concern, or whose authority leads. The rule is the view; the table is what the rule says, kept by triggers, so
-- that a territory's page counts thousands without asking each of them.
create view commitment_extents_by_rule as
  select organisation_id as extent_id, id as commitment_id, 'lead' as way, visibility, status, due_on, reference
    from commitments
  union all
  select organisations.territory_id, commitments.id, 'authority', visibility, commitments.status, due_on, reference
    from commitments join organisations on organisations.id = commitments.organisation_id
    where organisations.territory_id is not null
      and organisations.type in ('ministry', 'regional-council', 'local-authority')
  union all
  select links.to_id, commitments.id, links.id, visibility, status, due_on, reference
    from commitments join links on links.from_id = commitments.id
    where links.relation = 'concerns' and links.from_kind = 'commitments'
  union all
  select commitment_parties.organisation_id, commitments.id, commitment_parties.id, visibility, status, due_on, reference
    from commitments join commitment_parties on commitment_parties.commitment_id = commitments.id
  union all
  select funding_shares.organisation_id, commitments.id, funding_shares.id, visibility, status, due_on, reference
    from commitments join funding_shares on funding_shares.commitment_id = commitments.id
    where funding_shares.organisation_id is not null;

create table commitment_extents (
  -- An organisation or a territory.
  extent_id text not null,
  commitment_id text not null,
  -- lead, authority, or the row that says so.
  way text not null,
  visibility text not null,
  status text not null,
  due_on text,
  reference text not null,
  primary key (commitment_id, way)
);
insert into commitment_extents select * from commitment_extents_by_rule;
create index commitment_extents_status on commitment_extents (extent_id, status, visibility, commitment_id);
create index commitment_extents_due on commitment_extents (extent_id, coalesce(due_on, '9999'), reference, commitment_id,
  visibility, status);

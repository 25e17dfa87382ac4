-- When the first open public commitment that serves a recommendation is due; kept as its status is.
alter table recommendations add column due_on text;
update recommendations set due_on = (
  select min(commitments.due_on) from links
  join commitments on commitments.id = links.from_id
  where links.to_id = recommendations.id and links.relation = 'implements'
    and commitments.visibility = 'public' and commitments.status not in ('completed', 'discontinued')
);
-- A register that is narrowed or counted is read in these alone, not in its rows.
drop index recommendations_status;
create index recommendations_status on recommendations (status, visibility, priority, due_on, id);
create index recommendations_due on recommendations (coalesce(due_on, '9999'), position, reference, id, visibility, status,
  priority, due_on);
drop index commitments_due;
create index commitments_due on commitments (status, due_on, visibility, kind, organisation_id, id);
create index commitments_register on commitments (coalesce(due_on, '9999'), reference, id, visibility, status, kind,
  organisation_id, due_on);
create index commitments_moved on commitments (status_since desc, coalesce(due_on, '9999'), reference, id, visibility, status,
  kind);
create index commitments_newest on commitments (created_at desc, reference, id, visibility, status, kind);
-- What institutions take part in, fund and have answered, known without rows.
drop index commitment_parties_organisation;
create index commitment_parties_organisation on commitment_parties (organisation_id, commitment_id);
drop index funding_shares_organisation;
create index funding_shares_organisation on funding_shares (organisation_id, commitment_id);
drop index responses_organisation;
create index responses_organisation on responses (organisation_id, recommendation_id);

-- A commitment's reports by their period, with their stage: what of a long history counts is known without its rows.
drop index reports_commitment;
create index reports_commitment on reports (commitment_id, period_ends_on, stage);

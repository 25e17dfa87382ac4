-- Registers in their own order, with what is left out by who reads it: a page far behind reads no row but its own.
drop index recommendations_visibility;
create index recommendations_order on recommendations (position, reference, id, visibility);
drop index commitments_visibility;
create index commitments_order on commitments (due_on, reference, id, visibility);
-- An institution's commitments, as its page orders them.
drop index commitments_organisation;
create index commitments_organisation on commitments (organisation_id, due_on, reference, id, visibility, status);
-- Most commitments match no other and are confirmed by nobody.
drop index commitments_matches;
create index commitments_matches on commitments (matches_id) where matches_id is not null;
drop index commitments_confirmed_by;
create index commitments_confirmed_by on commitments (confirmed_by_id) where confirmed_by_id is not null;
-- What leads to a record, by its kind.
drop index links_to;
create index links_to on links (to_id, relation, from_kind, from_id);

-- Who submitted a report never decides it, and is told what was decided; accounts by their ids, as the journal has them.
alter table reports add column submitted_by text;
alter table validations add column decided_by text;

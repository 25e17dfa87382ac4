-- Why a workshop is put off or called off, in the words and the language of whoever said so, and the days it was
-- first announced for.
alter table workshops add column reason text;
alter table workshops add column reason_language text check (reason_language in ('fr', 'ar', 'en'));
alter table workshops add column former_starts_on text;
alter table workshops add column former_ends_on text;

-- Of which version of its record the words are: those of an older one, which a release before wrote without them, are
-- kept again. Of what is there it is not known.
alter table search_texts add column version integer not null default 0;

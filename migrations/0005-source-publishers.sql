-- Names of a source's publisher for readers of each language, where it bears one; `publisher` stays as the source prints it.
alter table sources add column publisher_fr text;
alter table sources add column publisher_ar text;
alter table sources add column publisher_en text;

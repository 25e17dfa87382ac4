-- What a document is called for readers of each language; its file's name stays what it is handed out by.
alter table documents add column title_fr text;
alter table documents add column title_ar text;
alter table documents add column title_en text;
alter table documents add column title_original text not null default 'fr' check (title_original in ('fr', 'ar', 'en'));

-- Votes may come with a file of what participants are beside their votes: actor type, territory, for how many they speak.
alter table debate_files rename to debate_files_before;
create table debate_files (
  debate_id text not null,
  stage text not null check (stage in ('sent', 'kept')),
  file text not null check (file in ('votes', 'comments', 'participants', 'attributes')),
  name text not null,
  bytes integer not null,
  sha256 text not null,
  primary key (debate_id, stage, file)
);
insert into debate_files (debate_id, stage, file, name, bytes, sha256)
  select debate_id, stage, file, name, bytes, sha256 from debate_files_before;
drop table debate_files_before;

-- Whether only statements that moderators accepted were analysed, so that the same votes give the same report again.
alter table debate_votes add column strict integer not null default 0 check (strict in (0, 1));

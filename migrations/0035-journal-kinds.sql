-- What the journal says of one kind of record, in order.
create index journal_kind on journal (kind, number);

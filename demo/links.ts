import type { Relation } from '#network/links/model.ts';

/** What a record is linked to: for each relation, the keys of the records it leads to, in order. */
export type Links = { readonly [Name in Relation]?: readonly string[] };

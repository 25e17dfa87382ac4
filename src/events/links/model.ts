import type { Relation } from '#network/links/model.ts';

/** What those who prepare a workshop link it with, in the order of its form. Sources are the archive's. */
export const workshopRelations = [
  'organiser',
  'co-organiser',
  'partner',
  'funder',
  'participant',
  'part-of',
  'concerns',
  'serves',
] as const satisfies readonly Relation[];
export type WorkshopRelation = (typeof workshopRelations)[number];

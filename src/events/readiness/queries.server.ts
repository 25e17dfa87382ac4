import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { locales } from '#platform/locale/locale.ts';
import { listActions } from '../actions/queries.server.ts';
import { listConclusions } from '../conclusions/queries.server.ts';
import { isToConfirm, isToReread, textsToReread } from '../confirmations/model.ts';
import type { ItemWithPeople } from '../programme/queries.server.ts';
import { ORGANISERS } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import type { WorkshopRow } from '../workshops/model.ts';
import { missingOf, untranslated, type Need, type Result } from './model.ts';

/** What a workshop's public page would lack. */
export async function readMissing(db: Source, workshop: WorkshopRow): Promise<Need[]> {
  const organisers = await db
    .selectFrom('links')
    .select('id')
    .where('from_id', '=', workshop.id)
    .where('relation', 'in', ORGANISERS)
    .execute();
  return missingOf(workshop, organisers.length);
}

/**
 * What those who read a draft see over its page. The caller has read both, and the recommendations that were shared
 * there.
 */
export async function readReadiness(
  db: Source,
  actor: Actor,
  workshop: WorkshopRow,
  programme: readonly ItemWithPeople[],
  recommendations: readonly object[],
) {
  const [conclusions, actions] = await Promise.all([
    listConclusions(db, workshop.id),
    listActions(db, workshop.id),
  ]);
  const results: Result[] = [
    ...conclusions.map((row) => ({ of: 'conclusion' as const, row })),
    ...recommendations.map((row) => ({ of: 'recommendation' as const, row })),
    ...actions.map((row) => ({ of: 'action' as const, row })),
  ];
  const contributions = programme.flatMap((item) => item.contributions);
  return {
    missing: await readMissing(db, workshop),
    gaps: locales.flatMap((language) => untranslated(workshop, programme, language, results)),
    toConfirm: contributions.filter((contribution) => isToConfirm(contribution)).length,
    toReread: textsToReread(workshop).length + programme.filter((item) => isToReread(item)).length,
    edits: await mayEditWorkshop(db, actor, workshop.id),
  };
}

import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { locales } from '#platform/locale/locale.ts';
import { isToConfirm, isToReread, textsToReread } from '../confirmations/model.ts';
import type { ItemWithPeople } from '../programme/queries.server.ts';
import { ORGANISERS } from '../policy.ts';
import { mayEditWorkshop } from '../queries.server.ts';
import type { WorkshopRow } from '../workshops/model.ts';
import { missingOf, untranslated, type Need } from './model.ts';

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

/** What those who read a draft see over its page. The caller has read both. */
export async function readReadiness(
  db: Source,
  actor: Actor,
  workshop: WorkshopRow,
  programme: readonly ItemWithPeople[],
) {
  const contributions = programme.flatMap((item) => item.contributions);
  return {
    missing: await readMissing(db, workshop),
    gaps: locales.flatMap((language) => untranslated(workshop, programme, language)),
    toConfirm: contributions.filter((contribution) => isToConfirm(contribution)).length,
    toReread: textsToReread(workshop).length + programme.filter((item) => isToReread(item)).length,
    edits: await mayEditWorkshop(db, actor, workshop.id),
  };
}

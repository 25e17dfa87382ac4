import { createHash } from 'node:crypto';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { MinutesRow } from '../minutes/model.ts';
import { sealedReadableBy } from '../minutes/queries.server.ts';
import { sealedContent, sealedText, type MinutesSealRow, type SealedContent } from './model.ts';

/** The content of minutes as they stand now, with its SHA-256. The caller has asked whether they may be read. */
export async function contentNow(
  db: Source,
  minutes: Pick<MinutesRow, 'id' | 'workshop_id' | 'item_id' | 'edition'>,
): Promise<{ content: SealedContent; text: string; sha256: string }> {
  const workshop = await db
    .selectFrom('workshops')
    .select(['slug', 'starts_on', 'ends_on'])
    .where('id', '=', minutes.workshop_id)
    .executeTakeFirstOrThrow();
  const item = await db
    .selectFrom('programme_items')
    .select(['anchor', 'title_fr', 'title_ar', 'title_en'])
    .where('id', '=', minutes.item_id)
    .executeTakeFirstOrThrow();
  const entries = await db
    .selectFrom('minutes_entries')
    .selectAll()
    .where('minutes_id', '=', minutes.id)
    .execute();
  const content = sealedContent(workshop, item, minutes.edition, entries);
  const text = sealedText(content);
  return { content, text, sha256: sha256Of(text) };
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The sealed editions of minutes, the latest first. The caller has asked whether they may be read. */
export function listSeals(db: Source, minutesId: string): Promise<MinutesSealRow[]> {
  return db
    .selectFrom('minutes_seals')
    .selectAll()
    .where('minutes_id', '=', minutesId)
    .orderBy('edition', 'desc')
    .execute();
}

/** One sealed edition, for whoever may read it: see `sealedReadableBy`. */
export function readSeal(
  db: Source,
  actor: Actor,
  minutesId: string,
  edition: number,
): Promise<MinutesSealRow | undefined> {
  return db
    .selectFrom('minutes_seals')
    .innerJoin('minutes', 'minutes.id', 'minutes_seals.minutes_id')
    .innerJoin('programme_items', 'programme_items.id', 'minutes.item_id')
    .innerJoin('workshops', 'workshops.id', 'minutes.workshop_id')
    .selectAll('minutes_seals')
    .where('minutes_seals.minutes_id', '=', minutesId)
    .where('minutes_seals.edition', '=', edition)
    .where(sealedReadableBy(actor))
    .executeTakeFirst();
}

import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { MinutesSealRow, SealedContent } from '../minutes-seals/model.ts';
import { contentNow, listSeals } from '../minutes-seals/queries.server.ts';
import { withNamed, type NamedRecords } from '../minutes-naming/queries.server.ts';
import { listEntryTexts, listSealed, listWritable } from '../minutes/queries.server.ts';

/** A session's minutes as a paper tells them: what they say, and the seal that proves it. */
export interface ToldMinutes {
  itemId: string;
  /** Who approved it is counted; null while its text may still change. */
  seal: MinutesSealRow | null;
  content: SealedContent;
  /** The records that its entries name, entry by entry. */
  named: NamedRecords[];
}

/** The sealed minutes of a workshop, as far as the actor may read them, in the order of its programme. */
export async function readSealedMinutes(
  db: Source,
  actor: Actor,
  workshopId: string,
): Promise<ToldMinutes[]> {
  const minutes = await listSealed(db, actor, workshopId);
  const sealed = await Promise.all(
    minutes.map(async ({ id, item_id }) => {
      const [seal] = await listSeals(db, id);
      if (!seal) return [];
      const content = JSON.parse(seal.content) as SealedContent;
      // Sealed entries stand as they were sealed: the database sees to it.
      const named = await withNamed(db, await listEntryTexts(db, id));
      return [{ itemId: item_id, seal, content, named }];
    }),
  );
  return sealed.flat();
}

/** The minutes of a workshop as they stand now, sealed or not, as far as the actor may write them. */
export async function readMinutesNow(db: Source, actor: Actor, workshopId: string): Promise<ToldMinutes[]> {
  const writable = await listWritable(db, actor, workshopId);
  const told = await Promise.all(
    writable.map(async ({ item, minutes }): Promise<ToldMinutes[]> => {
      if (!minutes) return [];
      const seal = minutes.status === 'sealed' ? (await listSeals(db, minutes.id))[0] : undefined;
      const named = await withNamed(db, await listEntryTexts(db, minutes.id));
      if (seal) return [{ itemId: item.id, seal, content: JSON.parse(seal.content) as SealedContent, named }];
      const { content } = await contentNow(db, minutes);
      return content.entries.length > 0 ? [{ itemId: item.id, seal: null, content, named }] : [];
    }),
  );
  return told.flat();
}

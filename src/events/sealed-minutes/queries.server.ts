import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import type { MinutesSealRow, SealedContent } from '../minutes-seals/model.ts';
import { listSeals } from '../minutes-seals/queries.server.ts';
import { listSealed } from '../minutes/queries.server.ts';

/** The last sealed edition of a session's minutes: who approved it is counted, what it says is its content. */
export interface SealedMinutes {
  itemId: string;
  seal: MinutesSealRow;
  content: SealedContent;
}

/** The sealed minutes of a workshop, as far as the actor may read them, in the order of its programme. */
export async function readSealedMinutes(
  db: Source,
  actor: Actor,
  workshopId: string,
): Promise<SealedMinutes[]> {
  const minutes = await listSealed(db, actor, workshopId);
  const sealed = await Promise.all(
    minutes.map(async ({ id, item_id }) => {
      const [seal] = await listSeals(db, id);
      return seal ? [{ itemId: item_id, seal, content: JSON.parse(seal.content) as SealedContent }] : [];
    }),
  );
  return sealed.flat();
}

import { addImplementation } from '#follow-up/implementations/changes.server.ts';
import { readRecommendation } from '#follow-up/recommendations/queries.server.ts';
import { read } from '#platform/locale/reader.ts';
import { isId } from '#platform/records/uuid.ts';

/** The recommendation that a commitment is begun for, as far as its reader may read it; null for any other form. */
export async function servedBy(locals: App.Locals, noun: string, id: string | null) {
  if (noun !== 'commitments' || id === null || !isId(id)) return null;
  const row = await readRecommendation(locals.db.reader, locals.actor, id);
  return row ? { id: row.id, reference: row.reference, name: read(row, 'title') } : null;
}

/** Says of a commitment that was just made which recommendation it serves. */
export async function serve({ db, actor, clock }: App.Locals, commitmentId: string, reference: string) {
  return addImplementation(db, actor, { commitmentId, reference }, clock);
}

import { readDebate, readVotes } from '#deliberation/debates/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { addressed } from '../../addressed.server.ts';

/** The debate at an address with the votes that are kept of it, and its workshop where the actor may read that. */
export async function debateAt(locals: App.Locals, slug: string) {
  const { actor } = locals;
  const db = locals.db.reader;
  const debate = await addressed(locals, 'debates', slug, (id) => readDebate(db, actor, id));
  const [votes, workshop] = await Promise.all([
    readVotes(db, debate.id, 'kept'),
    debate.workshop_id === null ? undefined : readWorkshop(db, actor, debate.workshop_id),
  ]);
  return { debate, workshop: workshop ?? null, votes: votes ?? null };
}

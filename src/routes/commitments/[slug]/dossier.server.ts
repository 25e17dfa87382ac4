import { readCommitmentDossier } from '#follow-up/commitment-dossiers/queries.server.ts';
import { readCommitment } from '#follow-up/commitments/queries.server.ts';
import { addressed } from '../../addressed.server.ts';

/** The commitment at an address with all that the actor may read around it. */
export async function commitmentAt(locals: App.Locals, slug: string) {
  const { actor } = locals;
  const db = locals.db.reader;
  const commitment = await addressed(locals, 'commitments', slug, (id) => readCommitment(db, actor, id));
  return readCommitmentDossier(db, actor, commitment);
}

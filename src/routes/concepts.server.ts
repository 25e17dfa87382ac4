import { linkedFrom } from '#network/links/queries.server.ts';
import type { Scheme } from '#network/taxonomy/model.ts';
import { listConcepts, readConcept } from '#network/taxonomy/queries.server.ts';
import { countServing, readServing } from '#publication/concepts/queries.server.ts';
import { addressed } from './addressed.server.ts';

/** The concepts of a scheme, each with the number of records that serve it. */
export async function conceptsOf(locals: App.Locals, scheme: Scheme) {
  const db = locals.db.reader;
  const concepts = await listConcepts(db, scheme);
  const ids = concepts.map(({ id }) => id);
  const [serving, sources] = await Promise.all([
    readServing(db, locals.actor, ids),
    linkedFrom(db, 'sources', ids, ['cites']),
  ]);
  const counts = await countServing(db, locals.actor, ids, serving);
  return {
    concepts: concepts.map((concept) => ({
      concept,
      count: counts.all.get(concept.id) ?? 0,
      recommendations: counts.recommendations.get(concept.id) ?? 0,
    })),
    serving,
    sources,
  };
}

/** The concept at an address with its sources; one of another scheme isn't found under this noun. */
export async function conceptAt(locals: App.Locals, scheme: Scheme, noun: string, slug: string) {
  const db = locals.db.reader;
  const read = async (id: string) => {
    const concept = await readConcept(db, id);
    return concept?.scheme === scheme ? concept : undefined;
  };
  const concept = await addressed(locals, 'concepts', slug, read, noun);
  return { concept, sources: await linkedFrom(db, 'sources', [concept.id], ['cites']) };
}

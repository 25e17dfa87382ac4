import { listSources } from '#network/sources/queries.server.ts';
import { listFigures, listTerritories } from '#network/territories/queries.server.ts';
import { readPresence } from '#publication/territories/queries.server.ts';

export const load = async ({ locals }) => {
  const db = locals.db.reader;
  const [countries, regions] = await Promise.all([
    listTerritories(db, 'country'),
    listTerritories(db, 'region'),
  ]);
  const ids = regions.map(({ id }) => id);
  const [figures, presence] = await Promise.all([
    listFigures(db, [...countries.map(({ id }) => id), ...ids]),
    readPresence(db, locals.actor, ids),
  ]);
  const sources = await listSources(
    db,
    figures.map((figure) => figure.source_id),
  );
  return { countries, regions, figures, presence, sources };
};

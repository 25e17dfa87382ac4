import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { linkedFrom } from '#network/links/queries.server.ts';
import { readTerritory } from '#network/territories/queries.server.ts';
import { listConclusions } from '../conclusions/queries.server.ts';
import { readProgramme } from '../programme/queries.server.ts';
import type { WorkshopRow } from '../workshops/model.ts';
import { listAudiences, listEditions, readSeries } from '../workshops/queries.server.ts';

/** A workshop with everything that its page and its files tell. The caller has read the workshop. */
export async function readDossier(db: Source, actor: Actor, workshop: WorkshopRow) {
  const [
    series,
    editions,
    audiences,
    programme,
    conclusions,
    place,
    organisations,
    initiatives,
    territories,
  ] = await Promise.all([
    workshop.series_id ? readSeries(db, workshop.series_id) : undefined,
    workshop.series_id ? listEditions(db, actor, workshop.series_id) : [],
    listAudiences(db, workshop.id),
    readProgramme(db, workshop.id),
    listConclusions(db, workshop.id),
    workshop.territory_id ? readTerritory(db, workshop.territory_id) : undefined,
    linkedFrom(db, 'organisations', [workshop.id]),
    linkedFrom(db, 'initiatives', [workshop.id], ['part-of']),
    linkedFrom(db, 'territories', [workshop.id], ['concerns']),
  ]);
  const [concepts, sources] = await Promise.all([
    linkedFrom(db, 'concepts', [workshop.id], ['serves']),
    linkedFrom(db, 'sources', [workshop.id], ['cites']),
  ]);
  return {
    workshop,
    series,
    editions,
    audiences,
    programme,
    conclusions,
    place,
    organisations,
    initiatives,
    territories,
    concepts,
    sources,
  };
}

export type Dossier = Awaited<ReturnType<typeof readDossier>>;

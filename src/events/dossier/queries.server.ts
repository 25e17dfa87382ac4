import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listDocuments } from '#network/documents/queries.server.ts';
import { linkedFrom } from '#network/links/queries.server.ts';
import { territoryLevels, type TerritoryRow } from '#network/territories/model.ts';
import { readTerritory } from '#network/territories/queries.server.ts';
import { listConclusions } from '../conclusions/queries.server.ts';
import { readProgramme } from '../programme/queries.server.ts';
import { readPublishedParticipation } from '../published-participation/queries.server.ts';
import { withoutSexes, type WorkshopRow } from '../workshops/model.ts';
import { listAudiences, listEditions, readSeries, readWorkshop } from '../workshops/queries.server.ts';

/** A workshop with everything that its page and its files tell. The caller has read the workshop. */
export async function readDossier(db: Source, actor: Actor, workshop: WorkshopRow) {
  const [
    series,
    editions,
    previous,
    audiences,
    programme,
    conclusions,
    [place, country],
    organisations,
    initiatives,
    territories,
    concepts,
    sources,
    documents,
  ] = await Promise.all([
    workshop.series_id ? readSeries(db, workshop.series_id) : undefined,
    workshop.series_id ? listEditions(db, actor, workshop.series_id) : [],
    workshop.follows_id ? readWorkshop(db, actor, workshop.follows_id) : undefined,
    listAudiences(db, workshop.id),
    readProgramme(db, workshop.id),
    listConclusions(db, workshop.id),
    workshop.territory_id ? readPlace(db, workshop.territory_id) : [],
    linkedFrom(db, 'organisations', [workshop.id]),
    linkedFrom(db, 'initiatives', [workshop.id], ['part-of']),
    linkedFrom(db, 'territories', [workshop.id], ['concerns']),
    linkedFrom(db, 'concepts', [workshop.id], ['serves']),
    linkedFrom(db, 'sources', [workshop.id], ['cites']),
    listDocuments(db, workshop.id),
  ]);
  const participation = await readPublishedParticipation(db, workshop, programme);
  const [told] = withoutSexes([workshop]);
  return {
    workshop: told!,
    series,
    editions,
    /** The edition it was begun from, where the actor may read it. */
    previous: previous && withoutSexes([previous])[0]!,
    audiences,
    // What another program calls an item is for its next import, not for readers.
    programme: withoutSexes(programme).map((item) => ({ ...item, import_key: null })),
    conclusions,
    place,
    /** The country in which the place lies. */
    country,
    organisations,
    initiatives,
    territories,
    concepts,
    sources,
    /** Who took part, small groups merged: what pages and files tell of it. */
    participation,
    cover: documents.find(({ role }) => role === 'cover'),
    documents: documents.filter(({ role }) => role === 'document'),
  };
}

/** A territory and the country it lies in, as far as its parents are recorded. */
async function readPlace(db: Source, id: string): Promise<[place?: TerritoryRow, country?: TerritoryRow]> {
  const place = await readTerritory(db, id);
  let within = place;
  // No more steps than there are levels: records that name each other as parents would be walked for ever.
  for (const _level of territoryLevels) {
    if (!within?.parent_id || within.level === 'country') break;
    within = await readTerritory(db, within.parent_id);
  }
  return [place, within?.level === 'country' ? within : undefined];
}

export type Dossier = Awaited<ReturnType<typeof readDossier>>;

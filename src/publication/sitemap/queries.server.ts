import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listSeries, listWorkshops } from '#events/workshops/queries.server.ts';
import { listRecommendations } from '#follow-up/recommendations/queries.server.ts';
import { listInitiatives } from '#network/initiatives/queries.server.ts';
import { listOrganisations } from '#network/organisations/queries.server.ts';
import { listPeople } from '#network/people/queries.server.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
import { territoryLevels } from '#network/territories/model.ts';
import { listTerritories } from '#network/territories/queries.server.ts';

/** A public page: its address without locale, and when its record last changed. */
export interface PublicPage {
  address: string;
  updatedAt: string | null;
}

const standing = [
  '/',
  '/workshops',
  '/recommendations',
  '/territories',
  '/initiatives',
  '/organisations',
  '/people',
  '/axes',
  '/priorities',
  '/goals',
  '/about',
];

/** Every page that anyone may read. */
export async function listPublicPages(db: Source, actor: Actor): Promise<PublicPage[]> {
  const kinds = await Promise.all([
    listWorkshops(db, actor).then(pages('workshops')),
    listSeries(db).then(pages('series')),
    listRecommendations(db).then(pages('recommendations')),
    ...territoryLevels.map((level) => listTerritories(db, level).then(pages('territories'))),
    listInitiatives(db).then(pages('initiatives')),
    listOrganisations(db).then(pages('organisations')),
    listPeople(db).then(pages('people')),
    listConcepts(db, 'axis').then(pages('axes')),
    listConcepts(db, 'sdg').then(pages('goals')),
  ]);
  return [...standing.map((address) => ({ address, updatedAt: null })), ...kinds.flat()];
}

function pages(noun: string) {
  return (rows: { slug: string; updated_at: string }[]): PublicPage[] =>
    rows.map(({ slug, updated_at }) => ({ address: `/${noun}/${slug}`, updatedAt: updated_at }));
}

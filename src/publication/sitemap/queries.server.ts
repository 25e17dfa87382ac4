import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { listWorkshops } from '#events/workshops/queries.server.ts';
import { listRecommendations } from '#follow-up/recommendations/queries.server.ts';
import { listInitiatives } from '#network/initiatives/queries.server.ts';
import { listOrganisations } from '#network/organisations/queries.server.ts';
import { listPeople } from '#network/people/queries.server.ts';
import { listConcepts } from '#network/taxonomy/queries.server.ts';
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
    listRecommendations(db).then(pages('recommendations')),
    listTerritories(db, 'country').then(pages('territories')),
    listTerritories(db, 'region').then(pages('territories')),
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

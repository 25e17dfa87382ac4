import { readableBy } from '#events/queries.server.ts';
import type { Scheme } from '#network/taxonomy/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';

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

/** Kinds of records that everyone may read, each with a page of its own under the kind's name. */
const open = ['series', 'recommendations', 'territories', 'initiatives', 'organisations', 'people'] as const;

/** Where the concepts of a scheme have pages; those of other schemes have none. */
const nouns: Partial<Record<Scheme, string>> = { axis: 'axes', sdg: 'goals' };

/** Every page that an actor may read. Of each record only what the sitemap says is read. */
export async function listPublicPages(db: Source, actor: Actor): Promise<PublicPage[]> {
  const columns = ['slug', 'updated_at'] as const;
  const [workshops, concepts, ...others] = await Promise.all([
    db.selectFrom('workshops').select(columns).where(readableBy(actor)).orderBy('slug').execute(),
    db
      .selectFrom('concepts')
      .select([...columns, 'scheme'])
      .orderBy('slug')
      .execute(),
    // Kysely types a query by one table's name; these have both columns.
    ...open.map((kind) =>
      db
        .selectFrom(kind as 'series')
        .select(columns)
        .orderBy('slug')
        .execute(),
    ),
  ]);
  return [
    ...standing.map((address) => ({ address, updatedAt: null })),
    ...workshops.map(page('workshops')),
    ...open.flatMap((kind, index) => others[index]!.map(page(kind))),
    ...concepts.flatMap((row) => (nouns[row.scheme] ? [page(nouns[row.scheme]!)(row)] : [])),
  ];
}

function page(noun: string) {
  return ({ slug, updated_at }: { slug: string; updated_at: string }): PublicPage => ({
    address: `/${noun}/${slug}`,
    updatedAt: updated_at,
  });
}

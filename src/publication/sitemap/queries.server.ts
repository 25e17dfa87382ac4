import { readableBy as debatesReadableBy } from '#deliberation/debates/queries.server.ts';
import { publicStatuses } from '#events/policy.ts';
import { readableBy } from '#events/queries.server.ts';
import { readableBy as commitmentsReadableBy } from '#follow-up/commitments/queries.server.ts';
import { listReportPages } from '#follow-up/reports/queries.server.ts';
import { readableBy as recommendationsReadableBy } from '#follow-up/queries.server.ts';
import { phaseOf } from '#events/workshops/model.ts';
import type { Scheme } from '#network/taxonomy/model.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';

/** A public page: its address without locale, and when its record last changed. */
export interface PublicPage {
  address: string;
  updatedAt: string | null;
}

/** Views of registers. */
const views = ['/recommendations/matrix', '/commitments/delays', '/commitments/timeline'];

const standing = [
  '/',
  '/workshops',
  '/recommendations',
  '/commitments',
  '/debates',
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
const open = ['series', 'territories', 'initiatives', 'organisations', 'people'] as const;

/** Where the concepts of a scheme have pages; those of other schemes have none. */
const nouns: Partial<Record<Scheme, string>> = { axis: 'axes', sdg: 'goals' };

/**
 * Every page that an actor may read at an instant, and when there will be more: proceedings appear when a meeting is
 * over. Of each record only what the sitemap says is read.
 */
export async function listPublicPages(
  db: Source,
  actor: Actor,
  at: Date,
): Promise<{ pages: PublicPage[]; changesAt: Date | null }> {
  const columns = ['slug', 'updated_at'] as const;
  const [workshops, recommendations, commitments, debates, reports, concepts, notes, ...others] =
    await Promise.all([
      db
        .selectFrom('workshops')
        .select([...columns, 'starts_on', 'ends_on', 'time_zone', 'status'])
        .where(readableBy(actor))
        .orderBy('slug')
        .execute(),
      db
        .selectFrom('recommendations')
        .select(columns)
        .where(recommendationsReadableBy(actor))
        .orderBy('slug')
        .execute(),
      db
        .selectFrom('commitments')
        .select(columns)
        .where(commitmentsReadableBy(actor))
        .orderBy('slug')
        .execute(),
      db.selectFrom('debates').select(columns).where(debatesReadableBy(actor)).orderBy('slug').execute(),
      listReportPages(db, actor),
      db
        .selectFrom('concepts')
        .select([...columns, 'scheme'])
        .orderBy('slug')
        .execute(),
      db
        .selectFrom('press_notes')
        .innerJoin('workshops', 'workshops.id', 'press_notes.workshop_id')
        .select(['press_notes.id', 'workshops.slug', 'press_notes.updated_at'])
        .where('is_public', '=', 1)
        .where('workshops.status', 'in', publicStatuses)
        .orderBy('workshops.slug')
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
  const phased = workshops.map((row) => ({ row, ...phaseOf(row, at) }));
  const changes = phased.flatMap(({ changesAt }) => changesAt?.getTime() ?? []);
  const pages = [
    ...standing.map((address) => ({ address, updatedAt: null })),
    ...workshops.map(page('workshops')),
    ...phased
      .filter(({ phase }) => phase === 'past')
      .map(({ row }) => page('workshops', '/proceedings')(row)),
    ...notes.map(page('workshops', '/press-note')),
    ...recommendations.map(page('recommendations')),
    ...commitments.map(page('commitments')),
    ...debates.map(page('debates')),
    ...reports.map((row) => page('commitments', `/reports/${row.id}`)(row)),
    ...open.flatMap((kind, index) => others[index]!.map(page(kind))),
    ...views.map((address) => ({ address, updatedAt: null })),
    ...concepts.flatMap((row) => (nouns[row.scheme] ? [page(nouns[row.scheme]!)(row)] : [])),
  ];
  return { pages, changesAt: changes.length > 0 ? new Date(Math.min(...changes)) : null };
}

function page(noun: string, beside = '') {
  return ({ slug, updated_at }: { slug: string; updated_at: string }): PublicPage => ({
    address: `/${noun}/${slug}${beside}`,
    updatedAt: updated_at,
  });
}

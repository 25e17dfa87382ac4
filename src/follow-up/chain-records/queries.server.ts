import type { Source } from '#platform/database/database.ts';
import type { ChainKind, ChainRef } from '../chain/model.ts';

const title = ['title_fr', 'title_ar', 'title_en', 'title_original'] as const;
const text = ['text_fr', 'text_ar', 'text_en', 'text_original'] as const;
const name = ['name_fr', 'name_ar', 'name_en', 'name_original'] as const;
const organisation = [
  'organisations.name_fr',
  'organisations.name_ar',
  'organisations.name_en',
  'organisations.name_original',
] as const;

/** What a page shows of the records of each kind, by their ids; the caller may read them. */
const readers = {
  workshops: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('workshops')
      .select(['id', 'slug', 'starts_on', 'ends_on', ...title])
      .select(['city_fr', 'city_ar', 'city_en', 'city_original'])
      .where('id', 'in', ids)
      .execute(),
  programme_items: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('programme_items')
      .innerJoin('workshops', 'workshops.id', 'programme_items.workshop_id')
      .select(['programme_items.id', 'programme_items.anchor', 'programme_items.kind'])
      .select(['programme_items.title_fr', 'programme_items.title_ar'])
      .select(['programme_items.title_en', 'programme_items.title_original'])
      .select(['workshops.slug as workshop', 'workshops.starts_on', 'workshops.ends_on'])
      .where('programme_items.id', 'in', ids)
      .execute(),
  minutes_entries: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('minutes_entries')
      .innerJoin('minutes', 'minutes.id', 'minutes_entries.minutes_id')
      .innerJoin('workshops', 'workshops.id', 'minutes.workshop_id')
      .select(['minutes_entries.id', 'minutes_entries.kind', ...text])
      .select('workshops.slug as workshop')
      .where('minutes_entries.id', 'in', ids)
      .execute(),
  conclusions: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('conclusions')
      .innerJoin('workshops', 'workshops.id', 'conclusions.workshop_id')
      .select(['conclusions.id', 'conclusions.kind', ...text])
      .select(['workshops.slug as workshop', 'workshops.starts_on', 'workshops.ends_on'])
      .where('conclusions.id', 'in', ids)
      .execute(),
  initiatives: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('initiatives')
      .select(['id', 'slug', ...name])
      .where('id', 'in', ids)
      .execute(),
  recommendations: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('recommendations')
      .select(['id', 'slug', 'reference', 'status', 'status_since', 'visibility', ...title])
      .where('id', 'in', ids)
      .execute(),
  responses: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('responses')
      .innerJoin('recommendations', 'recommendations.id', 'responses.recommendation_id')
      .innerJoin('organisations', 'organisations.id', 'responses.organisation_id')
      .select(['responses.id', 'responses.position', 'responses.responded_on'])
      .select(['recommendations.slug as recommendation', 'recommendations.reference', ...organisation])
      .where('responses.id', 'in', ids)
      .execute(),
  commitments: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('commitments')
      .innerJoin('organisations', 'organisations.id', 'commitments.organisation_id')
      .select(['commitments.id', 'commitments.slug', 'commitments.reference', 'commitments.status'])
      .select(['commitments.created_at', 'commitments.due_on', 'commitments.visibility', ...title])
      .select(organisation)
      .where('commitments.id', 'in', ids)
      .execute(),
  reports: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('reports')
      .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
      .innerJoin('organisations', 'organisations.id', 'reports.organisation_id')
      .select(['reports.id', 'reports.stage', 'reports.status', 'reports.validated_at'])
      .select('reports.confirmed_at')
      .select(['reports.period_starts_on', 'reports.period_ends_on'])
      .select(['commitments.slug as commitment', 'commitments.reference', ...organisation])
      .where('reports.id', 'in', ids)
      .execute(),
  evidence: (db: Source, ids: readonly string[]) =>
    db
      .selectFrom('evidence')
      .innerJoin('reports', 'reports.id', 'evidence.report_id')
      .innerJoin('commitments', 'commitments.id', 'reports.commitment_id')
      .select(['evidence.id', 'evidence.report_id', 'evidence.dated_on', 'evidence.source'])
      .select(['caption_fr', 'caption_ar', 'caption_en', 'caption_original'])
      .select(['commitments.slug as commitment', 'commitments.reference'])
      .select(['reports.period_starts_on', 'reports.period_ends_on'])
      .where('evidence.id', 'in', ids)
      .execute(),
} satisfies Record<ChainKind, (db: Source, ids: readonly string[]) => Promise<{ id: string }[]>>;

type RowOf<Kind extends ChainKind> = Awaited<ReturnType<(typeof readers)[Kind]>>[number];

/** A record of the chain as a page shows it: its kind, and its row. */
export type ChainRecord = {
  [Kind in ChainKind]: { table: Kind; row: RowOf<Kind> };
}[ChainKind];

/** What a page shows of some records of the chain, by their ids: one query for each kind. */
export async function readChainRecords(
  db: Source,
  refs: readonly ChainRef[],
): Promise<Map<string, ChainRecord>> {
  const kinds = [...Map.groupBy(refs, ({ kind }) => kind)];
  const read = await Promise.all(
    kinds.map(async ([kind, own]) => {
      const rows = await readers[kind](
        db,
        own.map(({ id }) => id),
      );
      return rows.map((row) => [row.id, { table: kind, row } as ChainRecord] as const);
    }),
  );
  return new Map(read.flat());
}

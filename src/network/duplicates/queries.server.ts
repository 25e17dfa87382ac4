import type { Source } from '#platform/database/database.ts';
import { locales } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';
import { pairKey } from '../distinctions/model.ts';
import { listDistinct } from '../distinctions/queries.server.ts';
import { codesClash, type MergeableKind } from '../merges/model.ts';
import { Duplicates, likeness, type Likeness, type Named } from './model.ts';

/** A record as far as its names tell it from others. */
export interface NamedRow extends Trilingual<'name'> {
  id: string;
  slug: string;
}

/** Two records that are probably the same. */
export interface LikelyPair {
  kind: MergeableKind;
  first: NamedRow;
  second: NamedRow;
  like: Likeness;
}

/** The pairs of a kind that are probably the same and of which nobody has said that they are not; likest first. */
export async function listLikelyPairs(db: Source, kind: MergeableKind): Promise<LikelyPair[]> {
  const rows = await namedRows(db, kind);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const distinct = await listDistinct(db, kind);
  const pairs = new Duplicates(rows.map(namedOf)).pairs();
  return pairs.flatMap(({ slugs }) => {
    const [first, second] = slugs.map((slug) => bySlug.get(slug)!) as [AnyNamed, AnyNamed];
    if (distinct.has(pairKey(first.id, second.id))) return [];
    if (first.code !== undefined && codesClash(first.code, second.code!)) return [];
    return [{ kind, first, second, like: likeness(namedOf(first), namedOf(second)) }];
  });
}

type AnyNamed = NamedRow & { code?: string; [column: string]: string | null | undefined };

async function namedRows(db: Source, kind: MergeableKind): Promise<AnyNamed[]> {
  const rows = await db
    .selectFrom(kind as 'people')
    .selectAll()
    .orderBy('id')
    .execute();
  return rows as unknown as AnyNamed[];
}

function namedOf(row: AnyNamed): Named {
  const texts = (field: string) => locales.flatMap((locale) => row[`${field}_${locale}`] ?? []);
  return { slug: row.slug, names: texts('name'), acronyms: texts('acronym') };
}

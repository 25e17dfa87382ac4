import { error, redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { resolveAddress, resolveReference } from '#platform/records/records.server.ts';

/**
 * The record behind an address; a former address leads to the present one, so that no link ever breaks, and so does a
 * reference by which people cite it.
 * @param read reads the record as far as the actor may; undefined answers 404.
 * @param noun where the kind's pages stand, when it isn't the kind's own name.
 */
export async function addressed<Row extends { slug: string }>(
  locals: App.Locals,
  kind: RecordKind,
  slug: string,
  read: (id: string) => Promise<Row | undefined>,
  noun: string = kind,
): Promise<Row> {
  const db = locals.db.reader;
  const known = await resolveAddress(db, kind, slug);
  const id = known ?? (isCited(kind) ? await resolveReference(db, kind, slug) : null);
  const record = id === null ? undefined : await read(id);
  if (!record) error(404, 'not-found');
  if (record.slug !== slug) {
    // What stands beside a page moves with it: who follows a calendar goes on following it.
    const beside = locals.address.split('/').slice(3);
    redirect(
      known === null ? 302 : 301,
      localized(['', noun, record.slug, ...beside].join('/'), locals.locale),
    );
  }
  return record;
}

/** Kinds of records that are cited by references, which may still change. */
function isCited(kind: RecordKind): kind is 'recommendations' | 'commitments' {
  return kind === 'recommendations' || kind === 'commitments';
}

import { error, redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import type { RecordKind } from '#platform/records/model.ts';
import { resolveAddress } from '#platform/records/records.server.ts';

/**
 * The record behind an address; a former address leads to the present one, so that no link ever breaks.
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
  const id = await resolveAddress(locals.db.reader, kind, slug);
  const record = id === null ? undefined : await read(id);
  if (!record) error(404, 'not-found');
  if (record.slug !== slug) {
    // What stands beside a page moves with it: who follows a calendar goes on following it.
    const beside = locals.address.split('/').slice(3);
    redirect(301, localized(['', noun, record.slug, ...beside].join('/'), locals.locale));
  }
  return record;
}

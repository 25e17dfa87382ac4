import type { Trilingual } from '#platform/locale/text.ts';

/** A field in its three languages as JSON gives it; null where it is empty in all of them. */
export function texts<Field extends string>(row: Trilingual<Field>, field: Field) {
  const columns = row as Record<string, string | null>;
  const [fr, ar, en] = [columns[`${field}_fr`], columns[`${field}_ar`], columns[`${field}_en`]];
  return fr || ar || en ? { fr, ar, en, original: columns[`${field}_original`] } : null;
}

/** A record's identifier: its address without a locale. */
export function identifier(publicUrl: string, noun: string, { slug }: { slug: string }): string {
  return `${publicUrl}/${noun}/${slug}`;
}

/** Another record as JSON refers to it: its identifier and what it is called. */
export function reference(publicUrl: string, noun: string, row: { slug: string } & Trilingual<'name'>) {
  return { id: identifier(publicUrl, noun, row), name: texts(row, 'name') };
}

/** A record as the file beside its page holds it. */
export function recordJson(record: object): string {
  return JSON.stringify(record, null, 2);
}

import { sql, type Expression, type SqlBool } from 'kysely';

/** Whether a text column holds a text, whatever the case of its Latin letters. */
export function within(column: Expression<unknown>, text: string): Expression<SqlBool> {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`lower(${column}) like ${pattern} escape '\\'`;
}

/** A text without a name or an address: whole words only, so that a short name leaves longer words alone. */
export function without(text: string, parts: readonly string[]): string {
  return parts
    .filter((part) => part.trim() !== '')
    .reduce(
      (left, part) =>
        left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(part)}(?![\\p{L}\\p{N}])`, 'giu'), '•'),
      text,
    );
}

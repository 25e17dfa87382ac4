import { locales } from '#platform/locale/locale.ts';
import type { Trilingual } from '#platform/locale/text.ts';

/** Words that name somebody, where they say more than the records beside them: null where they are one's name. */
export function wordsBeside(
  words: string | null,
  records: readonly (Trilingual<'name'> | null)[],
): string | null {
  const isName = records.some(
    (record) => record && locales.some((locale) => record[`name_${locale}`] === words),
  );
  return words && !isName ? words : null;
}

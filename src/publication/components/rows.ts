import { formWord, statusWord } from '#events/components/words.ts';
import type { WorkshopRow } from '#events/workshops/model.ts';
import { getLocale } from '#messages/runtime';
import type { RecordRow } from '#network/components/rows.ts';
import { localized } from '#platform/locale/address.ts';
import { formatDates } from '#platform/locale/format.ts';
import { read, readOptional } from '#platform/locale/reader.ts';
import { line } from '#ui/text.ts';

/**
 * Workshops with when, what kind and where.
 * @param note what else the list says of one.
 */
export function workshopRows(
  workshops: readonly WorkshopRow[],
  note: (workshop: WorkshopRow) => string | undefined = () => undefined,
): RecordRow[] {
  const locale = getLocale();
  return workshops.map((row) => ({
    eyebrow: formatDates(row.starts_on, row.ends_on, locale),
    title: read(row, 'title'),
    href: localized(`/workshops/${row.slug}`, locale),
    text: line([statusWord(row), formWord(row.form), readOptional(row, 'city'), note(row)]),
  }));
}

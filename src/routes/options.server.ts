import type { Option } from '#platform/forms/fields.ts';
import { collator } from '#platform/locale/format.ts';
import { passage, type Trilingual } from '#platform/locale/text.ts';

/** Records as a choice offers them, in the reader's order. */
export function optionsOf<Name extends string>(
  rows: readonly (Trilingual<Name> & { id: string })[],
  name: Name,
  locale: App.Locals['locale'],
): Option[] {
  const order = collator(locale);
  return orderedOptions(rows, name, locale).sort((a, b) => order.compare(a.label, b.label));
}

/** As {@link optionsOf}, in the order in which the records stand. */
export function orderedOptions<Name extends string>(
  rows: readonly (Trilingual<Name> & { id: string })[],
  name: Name,
  locale: App.Locals['locale'],
): Option[] {
  return rows.map((row) => {
    const text = passage(row, name, locale);
    return {
      value: row.id,
      label: text?.text ?? '',
      ...(text?.fallback && { lang: text.lang, dir: text.dir }),
    };
  });
}

import type { Field } from '#platform/forms/fields.ts';
import { controlsOf, textIn, type Values } from '#platform/forms/values.ts';
import { isLocale, locales } from '#platform/locale/locale.ts';

/** The fields of two records that a merge chooses from; each keeps its own address. */
export function comparedFields(fields: readonly Field[]): Field[] {
  return fields.filter(({ name }) => name !== 'slug');
}

/** The controls a reader compares: which language a text was first written in follows from the texts. */
export function comparedControls(fields: readonly Field[]): string[] {
  return comparedFields(fields)
    .flatMap(controlsOf)
    .filter((control) => !control.endsWith('.original'));
}

/** The form of one record put together from two: each control's value from the record that was picked. */
export function joined(
  fields: readonly Field[],
  records: readonly Values[],
  picked: (control: string) => number,
  kept: number,
): Values {
  const values: Values = {};
  for (const control of comparedControls(fields)) values[control] = records[picked(control)]?.[control] ?? '';
  for (const { name } of fields.filter(({ kind }) => kind === 'trilingual')) {
    const isWritten = (locale: unknown) => isLocale(locale) && textIn(values, `${name}.${locale}`) !== '';
    const marked = [records[kept], ...records].map((record) => textIn(record ?? {}, `${name}.original`));
    values[`${name}.original`] = [...marked, ...locales].find(isWritten) ?? locales[0];
  }
  return values;
}

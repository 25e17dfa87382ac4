import { isLocale, locales, type Locale } from '../locale/locale.ts';
import { columnOf, type Field } from './fields.ts';
import { latinDigits, readDate } from './date.ts';
import { readTime } from './time.ts';

/** What stands in a form, by the name of each control; as text, the way it was typed. */
export type Values = Record<string, string | string[]>;

/** The names of the controls of a field: a trilingual text has one for each language and one for its original. */
export function controlsOf({ kind, name }: Field): string[] {
  return kind === 'trilingual' ? [...locales, 'original'].map((part) => `${name}.${part}`) : [name];
}

/** The control that carries in which language a text was original before, where it was written. */
export const formerOriginal = ({ name }: Pick<Field, 'name'>): string => `${name}.was`;

/** One control's text; empty where there is none. */
export function textIn(values: Values, control: string): string {
  const value = values[control];
  return typeof value === 'string' ? value : '';
}

/** What was sent, of the fields a form has; anything else that was sent is left out. */
export function readForm(fields: readonly Field[], form: FormData): Values {
  const values: Values = {};
  for (const field of fields) {
    const former = form.get(formerOriginal(field));
    if (field.kind === 'trilingual' && isLocale(former)) values[formerOriginal(field)] = former;
    for (const control of controlsOf(field)) {
      const sent = form.getAll(control).filter((value) => typeof value === 'string');
      // Browsers send line ends as CR LF; records hold LF.
      const texts = sent.map((value) => value.replaceAll('\r\n', '\n'));
      if (field.kind === 'choices') values[control] = texts;
      else values[control] = spelled(field, texts.at(-1) ?? '');
    }
  }
  return values;
}

const spelled = (field: Field, text: string): string =>
  field.kind === 'text' && field.spelled ? field.spelled(text) : text;

/** A record's row as a form shows it. */
export function valuesOf(fields: readonly Field[], row: object): Values {
  const columns = row as Record<string, unknown>;
  const values: Values = {};
  for (const field of fields) {
    const column = columnOf(field);
    if (field.kind === 'trilingual') {
      for (const part of [...locales, 'original'])
        values[`${field.name}.${part}`] = String(columns[`${column}_${part}`] ?? '');
      const original = textIn(values, `${field.name}.original`);
      if (textIn(values, `${field.name}.${original}`) !== '') values[formerOriginal(field)] = original;
    } else if (field.kind === 'choices') values[field.name] = (columns[column] as string[] | undefined) ?? [];
    else if (field.kind === 'check') values[field.name] = columns[column] ? '1' : '';
    else {
      values[field.name] = spelled(field, String(columns[column] ?? ''));
    }
  }
  return values;
}

/** The input of a change, as its schema expects it: nested by dots, what is empty left out. */
export function inputOf(fields: readonly Field[], values: Values): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueOf(field, values);
    if (value !== undefined) put(input, field.name.split('.'), value);
  }
  return input;
}

function valueOf(field: Field, values: Values): unknown {
  if (field.kind === 'trilingual') return trilingualOf(field, values);
  if (field.kind === 'choices') return values[field.name] ?? [];
  // A space may begin or end a password; anywhere else it is a slip.
  const isPassword = field.kind === 'text' && field.type === 'password';
  const text = isPassword ? textIn(values, field.name) : textIn(values, field.name).trim();
  if (field.kind === 'check') return text !== '';
  if (text === '') return undefined;
  if (field.kind === 'time') return readTime(text);
  if (field.kind === 'date') return readDate(text);
  return field.kind === 'number' ? Number(latinDigits(text)) : text;
}

/**
 * A text written in one language only is original in that one, whatever the form was opened with; unless its original
 * was written before and is emptied now, which the schema refuses.
 */
function trilingualOf(field: Field, values: Values): unknown {
  const { name, required } = field;
  const written = locales.filter((locale) => textIn(values, `${name}.${locale}`).trim() !== '');
  if (written.length === 0 && !required) return undefined;
  const marked = textIn(values, `${name}.original`);
  const stays = isLocale(marked) && textIn(values, formerOriginal(field)) === marked;
  const original: Locale | undefined =
    written.length === 1 && !stays ? written[0] : isLocale(marked) ? marked : written[0];
  return {
    ...Object.fromEntries(written.map((locale) => [locale, textIn(values, `${name}.${locale}`)])),
    original: original ?? locales[0],
  };
}

function put(input: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) input[first] = value;
  else put((input[first] ??= {}) as Record<string, unknown>, rest, value);
}

import { directionOf, languageNames, locales } from '../locale/locale.ts';
import type { Option } from './fields.ts';

/** The languages of the product as a form offers them, each by its own name and in its own direction. */
export const languageOptions = (): Option[] =>
  locales.map((value) => ({ value, label: languageNames[value], lang: value, dir: directionOf(value) }));

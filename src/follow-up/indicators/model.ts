import { latinDigits } from '#platform/forms/date.ts';
import { locales, type Locale } from '#platform/locale/locale.ts';
import { columns, type Trilingual, type TrilingualText } from '#platform/locale/text.ts';
import type { IndicatorLevelRow, IndicatorRow, IndicatorValueRow } from '../reports/model.ts';

/**
 * A decimal number as people type it, as records hold it: a comma, a point or an Arabic decimal sign, spaces between
 * thousands, Arabic digits, a minus sign. What has two signs, such as `1,234.5`, is read by nobody the same way.
 * @returns null where it is no such number
 */
export function readFigure(typed: string): string | null {
  const text = latinDigits(typed)
    .replace(/[\s\u00A0\u202F\u066C\u200E\u200F\u061C]/g, '')
    .replace(/[\u2212\u2013]/, '-')
    .replace(/[,\u066B]/, '.');
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return null;
  const plain = text
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return plain === '-0' ? '0' : plain;
}

/** An indicator with the levels of its scale, the lowest first; a number has none. */
export type Indicator = IndicatorRow & { levels: readonly IndicatorLevelRow[] };

/**
 * How much of the way from the baseline to the target a value has come: 0 at the baseline, 1 at the target, below and
 * beyond as it falls. On a scale the way is counted in levels.
 * @returns null where one of the two isn't known, or both are the same
 */
export function shareOfWay(
  { baseline, target }: Pick<IndicatorRow, 'baseline' | 'target'>,
  value: string,
): number | null {
  if (baseline === null || target === null) return null;
  const way = Number(target) - Number(baseline);
  return way === 0 ? null : (Number(value) - Number(baseline)) / way;
}

type Figure = Pick<IndicatorValueRow, 'indicator_id' | 'value'>;

/** The indicators of which a report gives no figure. */
export function unmeasured(indicators: readonly Indicator[], figures: readonly Figure[]): Indicator[] {
  return indicators.filter(({ id }) => !figures.some(({ indicator_id }) => indicator_id === id));
}

/** The figures of a report that have not come all the way to their target, each with how much of it. */
export function falling(
  indicators: readonly Indicator[],
  figures: readonly Figure[],
): { indicator: Indicator; value: string; share: number }[] {
  return indicators.flatMap((indicator) => {
    const value = figures.find(({ indicator_id }) => indicator_id === indicator.id)?.value;
    const share = value === undefined ? null : shareOfWay(indicator, value);
    return value !== undefined && share !== null && share < 1 ? [{ indicator, value, share }] : [];
  });
}

/** The lines of a text in each language that it is written in; empty ones say nothing. */
export function linesOf(text: TrilingualText | undefined): { locale: Locale; texts: string[] }[] {
  return locales.flatMap((locale) => {
    const texts = (text?.[locale] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return texts.length > 0 ? [{ locale, texts }] : [];
  });
}

/** The levels that were written on lines, as rows hold them, the lowest first. */
export function levelsOf(text: TrilingualText | undefined): Trilingual<'description'>[] {
  const lines = linesOf(text);
  const count = lines[0]?.texts.length ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const written = lines.map(({ locale, texts }) => [locale, texts[at]] as const);
    return columns('description', { ...Object.fromEntries(written), original: text!.original });
  });
}

/** The levels of a scale as its form asks for them: one on each line, in each language that has them all. */
export function levelsText(levels: readonly Trilingual<'description'>[]): Trilingual<'levels'> {
  const original = levels[0]?.description_original;
  if (original === undefined) return columns('levels', undefined);
  const written = locales.map((locale) => {
    const texts = levels.map((level) => level[`description_${locale}`]);
    return [locale, texts.every((text) => text !== null) ? texts.join('\n') : undefined] as const;
  });
  return columns('levels', { ...Object.fromEntries(written), original });
}

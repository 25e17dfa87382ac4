import { latinDigits } from '#platform/forms/date.ts';
import type { IndicatorLevelRow, IndicatorRow } from '../reports/model.ts';

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

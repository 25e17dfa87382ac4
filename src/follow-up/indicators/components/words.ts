import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { formatDecimal, formatTypedDecimal } from '#platform/locale/format.ts';
import type { Locale } from '#platform/locale/locale.ts';
import { passage } from '#platform/locale/text.ts';
import { readFigure, type Indicator } from '../model.ts';

/** What an indicator stands at in words alone, where nothing can be marked up: “5,5 guichets”, “niveau 2”. */
export function figureWords(indicator: Indicator, value: string, locale: Locale): string {
  const number = formatDecimal(value, locale);
  if (indicator.kind === 'scale') return m.follow_up_figure_level({ level: number });
  const unit = passage(indicator, 'unit', locale)?.text;
  return unit ? `${number} ${unit}` : number;
}

/** A figure as a form of the reader's language shows it, however it was typed; as it is where it can't be read. */
export function spelledFigure(text: string): string {
  const held = readFigure(text);
  return held === null ? text : formatTypedDecimal(held, getLocale());
}

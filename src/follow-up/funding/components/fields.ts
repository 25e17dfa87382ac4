import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { positionField } from '#network/components/fields.ts';
import type { Field, Option } from '#platform/forms/fields.ts';
import { allCurrencies } from '#platform/locale/money.ts';

/** Those that are met most often: the dirham, the euro, the dollar, and the two francs CFA. */
const usual = ['MAD', 'EUR', 'USD', 'XAF', 'XOF'];

/**
 * Every currency by its code and its name: first those that are met most often, then, apart, all others.
 * @param used those in which the node has amounts already
 */
export function currencyOptions(used: readonly string[] = []): Option[] {
  const names = new Intl.DisplayNames(getLocale(), { type: 'currency' });
  const first = [...new Set([...usual, ...used.filter((code) => allCurrencies.includes(code))])];
  const under = (group: string) => (value: string) => ({
    value,
    label: `${value} · ${names.of(value) ?? value}`,
    group,
  });
  return [
    ...first.map(under(m.follow_up_currencies_usual())),
    ...allCurrencies.filter((code) => !first.includes(code)).map(under(m.follow_up_currencies_others())),
  ];
}

/** What is asked of a funder's share; the page offers organisations. */
export const shareFields: readonly Field[] = [
  { kind: 'choice', name: 'organisationId', label: m.follow_up_field_funder },
  {
    kind: 'text',
    name: 'funder',
    label: m.follow_up_field_funder_words,
    help: m.follow_up_field_funder_help,
    most: 200,
  },
  {
    kind: 'text',
    name: 'amount',
    label: m.follow_up_fund_amount,
    help: m.follow_up_field_amount_help,
    most: 30,
    required: true,
  },
  {
    kind: 'choice',
    name: 'currency',
    label: m.follow_up_field_currency,
    required: true,
    options: () => currencyOptions(),
  },
  { kind: 'check', name: 'secured', label: m.follow_up_field_secured },
  positionField,
];

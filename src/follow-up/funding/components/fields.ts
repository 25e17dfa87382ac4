import { m } from '#messages';
import { getLocale } from '#messages/runtime';
import { positionField } from '#network/components/fields.ts';
import type { Field, Option } from '#platform/forms/fields.ts';
import { allCurrencies } from '#platform/locale/money.ts';

/** Those that are met most often come first. */
const first = ['MAD', 'EUR', 'USD'];

/** Every currency by its code and its name. */
function currencyOptions(): Option[] {
  const names = new Intl.DisplayNames(getLocale(), { type: 'currency' });
  const option = (value: string) => ({ value, label: `${value} · ${names.of(value) ?? value}` });
  return [...first, ...allCurrencies.filter((code) => !first.includes(code))].map(option);
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
    options: currencyOptions,
  },
  { kind: 'check', name: 'secured', label: m.follow_up_field_secured },
  positionField,
];

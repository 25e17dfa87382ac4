import type { Field } from '#platform/forms/fields.ts';
import type { Values } from '#platform/forms/values.ts';

/** One version of a record, for its history: what changed, said by control. */
export interface PastVersion {
  number: number;
  at: string;
  verb: 'create' | 'update' | 'delete';
  /** Who changed it; null for a program of the node. */
  by: string | null;
  version: number;
  differences: { control: string; before: string | string[]; after: string | string[] }[];
  isCurrent: boolean;
}

/** The label of a control's field, and the language of a trilingual one. */
export function controlWords(fields: readonly Field[], control: string): { label: string; lang?: string } {
  const field = fields.find(({ name }) => control === name || control.startsWith(`${name}.`));
  const lang = control.split('.').at(-1) ?? '';
  return {
    label: field?.label() ?? control,
    ...(field?.kind === 'trilingual' && { lang: lang === 'original' ? '' : lang }),
  };
}

/** The label of a value, where a field offers a closed list. */
export function valueWords(fields: readonly Field[], control: string, value: Values[string]): string {
  const field = fields.find(({ name }) => control === name);
  const offered = field && 'options' in field ? (field.options?.() ?? []) : [];
  return [value]
    .flat()
    .map((one) => offered.find((option) => option.value === one)?.label ?? one)
    .join(', ');
}

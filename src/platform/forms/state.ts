import type { Values } from './values.ts';

/** What is wrong with one control or field, in the reader's words. */
export interface FormProblem {
  /** The control's name (`title.fr`), or the field's (`title`) where it is no single control's. */
  control: string;
  text: string;
}

/** A control that somebody else changed meanwhile, with their text. */
export interface FormConflict {
  control: string;
  theirs: string | string[];
}

/** Everything a form shows. */
export interface FormState {
  values: Values;
  /** The version of the record it is filled from; null for a new one. */
  version: number | null;
  problems: readonly FormProblem[];
  conflicts: readonly FormConflict[];
  /** Who saved meanwhile, and when, where there are conflicts. */
  meanwhile?: string | undefined;
  /** When what stands here was typed, where it was never saved. */
  draftedAt?: string | undefined;
  /** Whether the record was changed after that, where the form has no step in which both are put together. */
  moved?: boolean;
}

/** A form nobody has sent yet. */
export function freshForm(values: Values, version: number | null = null): FormState {
  return { values, version, problems: [], conflicts: [] };
}

/** The id of a control on its page. */
export function controlId(control: string): string {
  return `field-${control.replaceAll('.', '-')}`;
}

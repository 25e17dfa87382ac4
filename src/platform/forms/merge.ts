import { controlsOf, textIn, type Values } from './values.ts';
import type { Field } from './fields.ts';

/** One control that two people changed, each in another way. */
export interface Conflict {
  control: string;
  theirs: string | string[];
}

/** A form filled from a version that has moved on, put together with what stands now. */
export interface Merged {
  values: Values;
  /** What only a person can decide; `values` holds what was typed. */
  conflicts: Conflict[];
}

/**
 * Puts three versions of a form together: what it was filled from, what was typed, what somebody else saved
 * meanwhile. What only one of the two changed is taken from them; what both changed is left to a person.
 */
export function merge(
  fields: readonly Field[],
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', Values>,
): Merged {
  const values: Values = {};
  const conflicts: Conflict[] = [];
  for (const control of fields.flatMap(controlsOf)) {
    const [was, typed, stands] = [base[control], mine[control], theirs[control]];
    const kept = same(typed, was) ? stands : typed;
    values[control] = kept ?? '';
    if (!same(typed, was) && !same(stands, was) && !same(typed, stands))
      conflicts.push({ control, theirs: stands ?? '' });
  }
  return { values, conflicts };
}

/** The name of the control by which a person chooses between two texts. */
export function chooserOf(control: string): string {
  return `choice of ${control}`;
}

/** The name of the control that holds what somebody else saved. */
export function theirsOf(control: string): string {
  return `theirs of ${control}`;
}

/** Takes the other text wherever the person who sent the form chose it. */
export function choose(fields: readonly Field[], values: Values, form: FormData): Values {
  const chosen = { ...values };
  for (const field of fields)
    for (const control of controlsOf(field)) {
      if (form.get(chooserOf(control)) !== 'theirs') continue;
      const theirs = form.getAll(theirsOf(control)).map(String);
      chosen[control] = field.kind === 'choices' ? theirs : (theirs.at(-1) ?? '');
    }
  return chosen;
}

/** The controls in which two versions of a form differ. */
export function differences(fields: readonly Field[], before: Values, after: Values): string[] {
  return fields.flatMap(controlsOf).filter((control) => !same(before[control], after[control]));
}

/** Whether a form holds anything that somebody typed. */
export function isUntouched(fields: readonly Field[], values: Values): boolean {
  return fields.flatMap(controlsOf).every((control) => textIn(values, control) === '');
}

function same(a: string | string[] | undefined, b: string | string[] | undefined): boolean {
  const plain = (value: string | string[] | undefined) =>
    Array.isArray(value) ? value.toSorted().join('\n') : (value ?? '').trim();
  return plain(a) === plain(b);
}

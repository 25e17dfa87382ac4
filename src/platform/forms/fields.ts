/*
 * What a form asks for, said once for each kind of record. The same list draws the form, reads what was sent,
 * compares two versions and words a difference in the history.
 */

/** A value that a form offers, with its word. */
export interface Option {
  value: string;
  label: string;
  /** The language of the label, where it isn't the page's. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** Under which heading of a long list. */
  group?: string;
}

interface Common {
  /** The path in the input of the change, joined by dots; also the name in the form. */
  name: string;
  label: () => string;
  help?: () => string;
  /** An asterisk is no word: the form says it. */
  required?: boolean;
  /** The column of the record; the name in snake case where nothing else is said. */
  column?: string;
  /** Under which heading of the form; fields of one heading follow one another. */
  group?: () => string;
}

/** A text in the three languages, side by side, with its original marked. */
export interface TrilingualField extends Common {
  kind: 'trilingual';
  /** Written in several lines. */
  long?: boolean;
  most: number;
}

export interface TextField extends Common {
  kind: 'text';
  type?: 'text' | 'email' | 'url' | 'password';
  long?: boolean;
  most: number;
  /** What browsers may fill in by themselves (HTML, autocomplete). */
  autocomplete?: string;
  /** The noun whose names are suggested while it is typed. */
  suggestions?: string;
  /** How the reader's language writes it, whether the record holds it or somebody typed it otherwise. */
  spelled?: (text: string) => string;
}

/** A calendar date, known to the day unless `partial`: then a year or a month is enough. */
export interface DateField extends Common {
  kind: 'date';
  partial?: boolean;
}

/** A time of day, in whichever way people type it. */
export interface TimeField extends Common {
  kind: 'time';
}

export interface NumberField extends Common {
  kind: 'number';
}

/** One of a closed list, or of the options that the page gives for a list that grows. */
export interface ChoiceField extends Common {
  kind: 'choice';
  options?: () => readonly Option[];
}

/** Several of a closed list. */
export interface ChoicesField extends Common {
  kind: 'choices';
  options: () => readonly Option[];
}

export interface CheckField extends Common {
  kind: 'check';
}

export type Field =
  TrilingualField | TextField | DateField | TimeField | NumberField | ChoiceField | ChoicesField | CheckField;

/** The column that holds a field: `startsOn` → `starts_on`, `attendance.total` → `attendance_total`. */
export function columnOf({ name, column }: Field): string {
  return column ?? name.replace(/\.|(?=[A-Z])/g, '_').toLowerCase();
}

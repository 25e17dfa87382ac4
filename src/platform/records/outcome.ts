import * as v from 'valibot';

/**
 * What a change answers: done, or an expected refusal as a value. Surprises throw.
 * `reason` is a message key; `field` names the input it stands beside.
 */
export type Outcome<Done> = ({ ok: true } & Done) | Refusal;

export interface Refusal {
  ok: false;
  reason: string;
  field?: string;
  /** What the reason's sentence names. */
  values?: Readonly<Record<string, string>>;
  /** Every problem, where there is more than one. */
  problems?: readonly Problem[];
}

/** What is wrong with one field of an input; `field` is its path, joined by dots. */
export interface Problem {
  field: string;
  reason: string;
  values?: Readonly<Record<string, string>> | undefined;
}

/** @param values what the reason's sentence names */
export function refused(reason: string, field?: string, values?: Refusal['values']): Refusal {
  return { ok: false, reason, ...(field !== undefined && { field }), ...(values && { values }) };
}

/** The answer of a change whose refusal would be a fault of the program, such as the demonstration's loader. */
export function done<T extends object>(outcome: Outcome<T>): T & { ok: true } {
  if (outcome.ok) return outcome;
  throw new Error(`Refused: ${outcome.reason}${outcome.field ? ` (${outcome.field})` : ''}`);
}

/** An issue of a schema as a problem: its message is a key, or the field is simply required. */
export function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const isKey = /^[a-z-]+_[a-z_]+$/.test(issue.message);
  return {
    field: v.getDotPath(issue) ?? '',
    reason: isKey ? issue.message : 'platform_problem_required',
  };
}

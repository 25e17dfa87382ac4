import * as v from 'valibot';
import { problemOf, type Problem } from './outcome.ts';

/** What a schema makes of an input, or all that is wrong with it. */
export type Validated<Output> =
  { ok: true; output: Output } | { ok: false; problems: readonly [Problem, ...Problem[]] };

/** Whoever fills a form is told of one thing for each field, the first that is wrong. */
const config = { abortPipeEarly: true };

/** Said by a rule that reads a field of which something is wrong already: nothing follows from it. */
const unknowable = Symbol('unknowable');

/**
 * What a schema makes of an input. Where something is wrong all is told that can be: of each field, and by each rule over
 * several fields that reads none of those.
 */
export function validate<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Validated<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, input, config);
  if (parsed.success) return { ok: true, output: parsed.output };
  const issues = [...fieldsAndRules(schema, input), ...parsed.issues];
  const problems = new Map<string, Problem>();
  for (const problem of issues.map((issue) => problemOf(issue)))
    if (!problems.has(problem.field)) problems.set(problem.field, problem);
  return { ok: false, problems: [...problems.values()] as [Problem, ...Problem[]] };
}

/** What is wrong with the fields of an object, and by the rules that its pipe has after it. */
function fieldsAndRules(schema: v.GenericSchema, input: unknown): v.BaseIssue<unknown>[] {
  const [object, ...rules] = (schema as { pipe?: readonly unknown[] }).pipe ?? [];
  if (!object) return [];
  const fields = v.safeParse(object as v.GenericSchema, input, config);
  const value = fields.output;
  if (typeof value !== 'object' || value === null) return [];
  const issues = [...(fields.issues ?? [])];
  const wrong = new Set(issues.map(({ path }) => path?.[0]?.key));
  const known = new Proxy(value, {
    get(target, key, receiver) {
      if (wrong.has(key)) throw unknowable;
      return Reflect.get(target, key, receiver);
    },
  });
  for (const rule of rules as v.BaseValidation<unknown, unknown, v.BaseIssue<unknown>>[]) {
    if (rule.kind !== 'validation') break;
    try {
      issues.push(...(rule['~run']({ typed: true, value: known }, config).issues ?? []));
    } catch (reason) {
      if (reason !== unknowable) throw reason;
    }
  }
  return issues;
}

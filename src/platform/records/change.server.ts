import type * as v from 'valibot';
import { inTransaction, type Target, type Transaction } from '../database/database.ts';
import { refused, type Outcome, type Problem, type Refusal } from './outcome.ts';
import { AddressTaken, MissingRecord, StaleVersion } from './records.server.ts';
import { validate } from './validate.ts';

/** Message keys of refusals that any change may answer. */
export const refusals = {
  notAllowed: 'platform_refused_not_allowed',
  taken: 'platform_refused_taken',
  stale: 'platform_refused_stale',
  missing: 'platform_refused_missing',
} as const;

/** What a change is asked with. */
interface Asked<Schema extends v.GenericSchema> {
  /** What the capability's policy answered of the actor. */
  allowed: boolean;
  schema: Schema;
  input: unknown;
  /** Whether the record lies within the actor's scope; asked inside the transaction, before the work. */
  within?: (tx: Transaction, values: v.InferOutput<Schema>) => Promise<boolean>;
}

/**
 * The one way a change runs: rights, then input, then the write in one transaction. Expected refusals come
 * back as values, whether a rule or the database's own constraint found them; surprises throw.
 * @param work writes, or answers a refusal before it has written anything.
 */
export async function change<Schema extends v.GenericSchema, Done extends object>(
  target: Target,
  { allowed, schema, input, within }: Asked<Schema>,
  work: (tx: Transaction, values: v.InferOutput<Schema>) => Promise<Done | Refusal>,
): Promise<Outcome<Done>> {
  if (!allowed) return refused(refusals.notAllowed);
  const parsed = validate(schema, input);
  if (!parsed.ok) return refusalOf(parsed.problems);
  try {
    const answer = await inTransaction(target, async (tx) => {
      if (within && !(await within(tx, parsed.output))) return refused(refusals.notAllowed);
      return work(tx, parsed.output);
    });
    return isRefusal(answer) ? answer : { ok: true, ...answer };
  } catch (error) {
    const refusal = expected(error);
    // Within a caller's transaction the failed statement has ended it: the caller must hear of it by a throw.
    if (refusal && 'reader' in target) return refusal;
    throw error;
  }
}

function isRefusal(answer: object): answer is Refusal {
  return 'ok' in answer && answer.ok === false;
}

/** The first problem as the reason, with all of them where there are several. */
function refusalOf(problems: readonly [Problem, ...Problem[]]): Refusal {
  const [{ reason, field }] = problems;
  const first = refused(reason, field || undefined);
  return problems.length > 1 ? { ...first, problems } : first;
}

/** Constraint names of both engines, and our own guards, as refusals. */
function expected(error: unknown): Refusal | null {
  if (error instanceof AddressTaken) return refused(refusals.taken, 'slug');
  if (error instanceof StaleVersion) return refused(refusals.stale);
  if (error instanceof MissingRecord) return refused(refusals.missing);
  const { code, message = '' } = error as { code?: string; message?: string };
  if (code === '23505' || /UNIQUE constraint failed/.test(message))
    return refused(refusals.taken, /addresses_pkey|[._]slug/.test(message) ? 'slug' : undefined);
  if (code === '23503' || /FOREIGN KEY constraint failed/.test(message)) return refused(refusals.missing);
  return null;
}

import { mayCommit } from '#follow-up/commitments/policy.ts';
import { soonUntil } from '#follow-up/workloads/model.ts';
import { readWorkloads } from '#follow-up/workloads/queries.server.ts';
import { dayOf } from '#platform/clock/due.ts';
import { requireAccount, requireRight } from '../../account.server.ts';
import { paginate } from '../../paging.server.ts';

export const load = async (event) => {
  const { locals, url } = event;
  requireAccount(event);
  requireRight(mayCommit(locals.actor));
  const today = dayOf(locals.clock());
  const workloads = await readWorkloads(locals.db.reader, locals.actor, today);
  const { shown, paging } = paginate(locals, url, workloads);
  return { today, soonUntil: soonUntil(today), workloads: shown, paging };
};

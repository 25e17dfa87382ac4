import { sql } from 'kysely';
import type { Actor } from '#platform/actor/actor.ts';
import type { Source } from '#platform/database/database.ts';
import { commitmentsIn } from '../commitment-views/queries.server.ts';
import { isSettled, type CommitmentStatus } from '../commitments/model.ts';
import type { Asked } from '../register/queries.server.ts';
import { daysOf, monthsAsked } from './model.ts';

/** What falls due in a month (YYYY-MM). */
export interface Month {
  month: string;
  late: number;
  /** In time, and neither completed nor discontinued. */
  open: number;
  completed: number;
  discontinued: number;
  milestones: number;
  reached: number;
}

/** What falls due month by month of a view, as far as an actor may read it, and what lies outside the months shown. */
export async function readTimeline(db: Source, actor: Actor, asked: Asked) {
  const { today } = asked;
  const { from: asksFrom, to: asksTo } = asked.view;
  const months = monthsAsked({ ...(asksFrom && { from: asksFrom }), ...(asksTo && { to: asksTo }) }, today);
  const from = daysOf(months[0]!).from;
  const to = daysOf(months.at(-1)!).to;
  // Days are of the months that are shown, whatever part of a month was asked for.
  const { from: _from, to: _to, ...rest } = asked.view;
  const whole = { ...asked, view: rest };
  const within = () => commitmentsIn(db, actor, whole);
  const [due, milestones, outside] = await Promise.all([
    within()
      .where('commitments.due_on', '>=', from)
      .where('commitments.due_on', '<=', to)
      .select([sql<string>`substr(commitments.due_on, 1, 7)`.as('month'), 'commitments.status'])
      .select(({ fn }) => fn.countAll().as('count'))
      .groupBy(['month', 'commitments.status'])
      .execute(),
    db
      .selectFrom('milestones')
      .where('milestones.due_on', '>=', from)
      .where('milestones.due_on', '<=', to)
      .where('milestones.commitment_id', 'in', within().select('commitments.id'))
      .select(sql<string>`substr(milestones.due_on, 1, 7)`.as('month'))
      .select(sql<number>`case when milestones.reached_on is null then 0 else 1 end`.as('reached'))
      .select(({ fn }) => fn.countAll().as('count'))
      .groupBy(['month', 'reached'])
      .execute(),
    within()
      .select(
        sql<string>`case when commitments.due_on is null then 'none' when commitments.due_on < ${from} then 'before' else 'after' end`.as(
          'side',
        ),
      )
      .select(({ fn }) => fn.countAll().as('count'))
      .where(({ or, eb }) =>
        or([
          eb('commitments.due_on', 'is', null),
          eb('commitments.due_on', '<', from),
          eb('commitments.due_on', '>', to),
        ]),
      )
      .groupBy('side')
      .execute(),
  ]);
  const sum = (rows: readonly { count: number | string | bigint }[]) =>
    rows.reduce((total, { count }) => total + Number(count), 0);
  const byMonth = months.map((month): Month => {
    const own = due.filter((row) => row.month === month);
    const having = (holds: (status: CommitmentStatus) => boolean) =>
      sum(own.filter(({ status }) => holds(status)));
    const steps = milestones.filter((row) => row.month === month);
    return {
      month,
      late: having((status) => status === 'late'),
      open: having((status) => status !== 'late' && !isSettled(status)),
      completed: having((status) => status === 'completed'),
      discontinued: having((status) => status === 'discontinued'),
      milestones: sum(steps),
      reached: sum(steps.filter(({ reached }) => Number(reached) === 1)),
    };
  });
  const at = (side: string) => sum(outside.filter((row) => row.side === side));
  return { months: byMonth, today, before: at('before'), after: at('after'), none: at('none') };
}

export type Timeline = Awaited<ReturnType<typeof readTimeline>>;

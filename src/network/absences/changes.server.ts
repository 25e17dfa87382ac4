import type { Actor } from '#platform/actor/actor.ts';
import { heldOn } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { dayOf } from '#platform/clock/due.ts';
import { addDays } from '#platform/clock/local.ts';
import type { Target } from '#platform/database/database.ts';
import type { PersonalDataHolder } from '#platform/personal-data/model.ts';
import { change, refusals } from '#platform/records/change.server.ts';
import { refused, type Refusal } from '#platform/records/outcome.ts';
import { createRecord, deleteRecord, updateRecord } from '#platform/records/records.server.ts';
import type { Expiring } from '#platform/retention/retention.ts';
import { notify } from '../notices/changes.server.ts';
import { ABSENCE_KEPT, absenceOn, stoodInFor } from './model.ts';
import { isAway, listPossibleStandIns } from './queries.server.ts';
import { absenceInput, absenceSeen, type AbsenceInput, type AbsenceSeen } from './schema.ts';

/** The actor without what it holds for others: nobody lends what was lent to them. */
const own = (actor: Actor): Actor => ({ ...actor, grants: actor.grants.filter(({ instead }) => !instead) });

/** Says that one will be away from an institution, and who stands in there; they are told. */
export function declareAbsence(
  target: Target,
  actor: Actor,
  input: AbsenceInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    {
      allowed: own(actor).grants.some(({ role }) => (stoodInFor as readonly string[]).includes(role)),
      schema: absenceInput,
      input,
      within: async (_, { scope, on }) => heldOn(own(actor), scope, stoodInFor).includes(on),
    },
    async (tx, { scope, on, from, until, standInId }): Promise<{ id: string } | Refusal> => {
      const place = { scope, on_id: on };
      if (until < dayOf(clock())) return refused('network_problem_absence_over', 'until');
      const possible = await listPossibleStandIns(tx, place, actor.id);
      const standIn = standInId ?? possible.find(({ isAlternate }) => isAlternate)?.id;
      if (!possible.some(({ id }) => id === standIn))
        return refused('network_problem_no_stand_in', 'standInId');
      if (await isAway(tx, actor.id, place, { from, until }))
        return refused('network_problem_absence_twice', 'from');
      if (await isAway(tx, standIn!, place, { from, until }))
        return refused('network_problem_stand_in_away', 'standInId');
      const row = {
        account_id: actor.id,
        stand_in_id: standIn!,
        ...place,
        personal_from: from,
        personal_until: until,
      };
      const id = await createRecord(tx, actor, 'absences', row, clock);
      const record = { kind: 'absences', id } as const;
      await notify(tx, { account: standIn!, kind: 'absence-declared', record, by: actor.id }, clock);
      return { id };
    },
  );
}

/** Takes an absence back that has not begun, or ends one before its day: whoever is back is back at once. */
export function endAbsence(target: Target, actor: Actor, input: AbsenceSeen, clock: Clock = systemClock) {
  return change(
    target,
    {
      allowed: true,
      schema: absenceSeen,
      input,
      within: async (tx, { id }) =>
        (await tx
          .selectFrom('absences')
          .select('id')
          .where('id', '=', id)
          .where('account_id', '=', actor.id)
          .executeTakeFirst()) !== undefined,
    },
    async (tx, { id, version }): Promise<object | Refusal> => {
      const absence = await tx
        .selectFrom('absences')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const today = dayOf(clock());
      const state = absenceOn(absence, today);
      if (absence.version !== version || state === 'over') return refused(refusals.stale);
      if (absence.personal_from >= today) await deleteRecord(tx, actor, 'absences', id, clock);
      else {
        const row = { personal_until: addDays(today, -1) };
        await updateRecord(tx, actor, 'absences', id, row, { version, clock });
      }
      return {};
    },
  );
}

/** When somebody was or will be away, and for whom they stood in. */
export const absencesHolder: PersonalDataHolder = {
  name: 'absences',
  async export(db, { accountId }) {
    const rows = await db
      .selectFrom('absences')
      .selectAll()
      .where((where) => where.or([where('account_id', '=', accountId), where('stand_in_id', '=', accountId)]))
      .orderBy('id')
      .execute();
    return [
      {
        name: 'absences',
        rows: rows.map((row) => ({
          kind: row.account_id === accountId ? 'away' : 'stand-in',
          scope: row.scope,
          record: row.on_id,
          from: row.personal_from,
          ends: row.personal_until,
          created: row.created_at,
        })),
      },
    ];
  },
  async erase(tx, { accountId }, { actor, clock }) {
    const rows = await tx
      .selectFrom('absences')
      .select('id')
      .where((where) => where.or([where('account_id', '=', accountId), where('stand_in_id', '=', accountId)]))
      .execute();
    for (const { id } of rows) await deleteRecord(tx, actor, 'absences', id, clock);
  },
  remains: async () => [],
};

/** Absences that are long over. */
export const absencesExpiring: Expiring = {
  name: 'absences',
  purge: (db, clock) =>
    db.transaction(async (tx) => {
      const before = addDays(dayOf(clock()), -ABSENCE_KEPT);
      const gone = await tx.deleteFrom('absences').where('personal_until', '<', before).executeTakeFirst();
      return Number(gone.numDeletedRows);
    }),
};

import { isAdministrator, type Actor } from '#platform/actor/actor.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Target } from '#platform/database/database.ts';
import { append } from '#platform/journal/append.ts';
import { change } from '#platform/records/change.server.ts';
import { CONTROLLER, readController } from './queries.server.ts';
import { controllerInput, type ControllerInput } from './schema.ts';

/** Says who answers for the processing. It is no record, but who changed it is told like for records. */
export function changeController(
  target: Target,
  actor: Actor,
  input: ControllerInput,
  clock: Clock = systemClock,
) {
  return change(
    target,
    { allowed: isAdministrator(actor), schema: controllerInput, input },
    async (tx, controller) => {
      const before = await readController(tx);
      await tx.deleteFrom('settings').where('key', '=', CONTROLLER).execute();
      await tx
        .insertInto('settings')
        .values({ key: CONTROLLER, value: JSON.stringify(controller) })
        .execute();
      await append(
        tx,
        actor,
        {
          kind: 'settings',
          recordId: CONTROLLER,
          verb: before ? 'update' : 'create',
          before: before && { ...before },
          after: controller,
        },
        clock,
      );
      return {};
    },
  );
}

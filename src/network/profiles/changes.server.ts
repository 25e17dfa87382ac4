import type { Actor } from '#platform/actor/actor.ts';
import type { Target } from '#platform/database/database.ts';
import { change } from '#platform/records/change.server.ts';
import { updateRecord } from '#platform/records/records.server.ts';
import { profileChange, type ProfileChange } from './schema.ts';

/** Changes what somebody says of themselves; nobody does it for another. */
export function changeProfile(target: Target, actor: Actor, input: ProfileChange) {
  return change(
    target,
    { allowed: actor.id === input.id, schema: profileChange, input },
    async (tx, { id, version, name, locale, notices }) => {
      await updateRecord(tx, actor, 'accounts', id, { personal_name: name, locale, notices }, { version });
      return { locale };
    },
  );
}

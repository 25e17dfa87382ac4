import { m } from '#messages';
import type { Conflict } from '../model.ts';

/**
 * A conflict in words, to stand beside its item or after its title.
 * @param titleOf what another item is called
 */
export function conflictWords(conflict: Conflict, titleOf: (id: string) => string): string {
  switch (conflict.kind) {
    case 'person-twice':
      return m.events_programme_conflict_person({ name: conflict.name, other: titleOf(conflict.with) });
    case 'room-twice':
      return m.events_programme_conflict_room({ room: conflict.room, other: titleOf(conflict.with) });
    case 'out-of-order':
      return m.events_programme_conflict_order({ other: titleOf(conflict.with) });
    default:
      return alone[conflict.kind]();
  }
}

const alone = {
  'outside-days': () => m.events_programme_conflict_outside(),
  'past-midnight': () => m.events_programme_conflict_midnight(),
  'end-before-start': () => m.events_programme_conflict_backwards(),
  'no-moderator': () => m.events_programme_conflict_moderator(),
  'no-hours': () => m.events_programme_conflict_no_hours(),
};

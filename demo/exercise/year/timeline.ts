import { refreshCommitment } from '#follow-up/commitment-status/changes.server.ts';
import { listTurningLate } from '#follow-up/commitment-status/queries.server.ts';
import { systemActor } from '#platform/actor/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Transaction } from '#platform/database/database.ts';

/** Something that happens on a day, with the clock of that day. */
type Happening = (clock: Clock) => Promise<void>;

/** How many happenings go by before others of the process have their turn. */
const TURN = 100;

const calendar = systemActor('calendar');

/** What happens over the year, day by day, so that the journal tells it in its order. */
export class Timeline {
  readonly #happenings: { day: string; work: Happening }[] = [];

  /** @param day YYYY-MM-DD; what was given first of one day happens first */
  on(day: string, work: Happening): void {
    this.#happenings.push({ day, work });
  }

  /** Lets everything happen up to a day; as each day passes, what should have been done turns late. */
  async run(tx: Transaction, until: string): Promise<void> {
    const ordered = this.#happenings
      .filter(({ day }) => day <= until)
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    let today = '';
    for (const [index, { day, work }] of ordered.entries()) {
      if (day !== today) await turnLate(tx, day);
      today = day;
      await work(() => new Date(`${day}T10:00:00.000Z`));
      if (index % TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await turnLate(tx, until);
  }
}

async function turnLate(tx: Transaction, day: string): Promise<void> {
  const clock = () => new Date(`${day}T00:30:00.000Z`);
  for (const id of await listTurningLate(tx, day)) await refreshCommitment(tx, calendar, id, clock);
}

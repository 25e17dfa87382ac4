import { expect, it } from 'vitest';
import { LARGEST_FORM } from '#platform/http/adapter.ts';
import { newId } from '#platform/records/uuid.ts';
import { ENTRY_TEXT_MOST } from '../minutes-entries/schema.ts';
import { newReplica, receive, send, write, type Answer, type Replica } from './model.ts';

const at = '2027-03-10T09:00:00.000Z';
const longest = 'ش'.repeat(ENTRY_TEXT_MOST);

function written(...sets: Parameters<typeof write>[2][]): Replica {
  return sets.reduce<Replica>(
    (replica, set) => write(replica, newId(), set, { id: newId(), at }),
    newReplica(newId(), newId()),
  );
}

/** Sends until nothing waits. @returns how many operations went at once, and the bytes of the largest request */
function sentAll(replica: Replica): { counts: number[]; largest: number } {
  const counts: number[] = [];
  let largest = 0;
  for (let known = replica; known.pending.length > 0;) {
    const sent = send(known, at, null);
    const { operations } = sent.request;
    counts.push(operations.length);
    largest = Math.max(largest, new TextEncoder().encode(JSON.stringify(sent.request)).length);
    const outcomes = operations.map(({ id }) => ({ id, outcome: 'applied' as const }));
    known = receive(sent.replica, { ...answer, outcomes });
  }
  return { counts, largest };
}
const answer: Omit<Answer, 'outcomes'> = {
  sequence: 1,
  status: 'open',
  edition: 1,
  entries: [],
  rivals: [],
  writers: [],
};

it('sends what was written in parts that the node takes, in their order', () => {
  const short = Array.from({ length: 3 }, (_, index) => ({ text_fr: `note ${index}` }));
  const { counts, largest } = sentAll(
    written(...short, { text_ar: longest }, { text_ar: longest }, ...short),
  );
  expect(counts).toEqual([4, 4]);
  expect(largest).toBeLessThan(LARGEST_FORM);
});

it('sends one entry whole, however long its texts', () => {
  const whole = { text_fr: longest, text_ar: longest, text_en: longest };
  const { counts, largest } = sentAll(written(whole, whole));
  expect(counts).toEqual([1, 1]);
  expect(largest).toBeLessThan(LARGEST_FORM);
});

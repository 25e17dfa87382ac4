import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentStatuses, type CommitmentStatus } from '../commitments/model.ts';
import { responsePositions, type ResponsePosition } from '../responses/model.ts';
import { statusCases, statusOf, type Standing } from './model.ts';

/*
 * The table of cases in the capability's README is the test: each line's examples lead to its status and to no line
 * before it.
 */
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const table = readme
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [number = '', , status = '', examples = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { number: Number(number), status: status.replaceAll('`', ''), examples: examples.split(';') };
  });

/** An example as the README writes it: “succeeded, 1 silent, accepted, late”. */
function standing(example: string): Standing {
  const words = example.split(',').flatMap((word) => word.trim() || []);
  const known: string[] = [];
  const those = <Word extends string>(list: readonly Word[]) =>
    words.filter((word): word is Word => {
      const isOne = (list as readonly string[]).includes(word);
      if (isOne) known.push(word);
      return isOne;
    });
  const silent = words.filter((word) => /^\d+ silent$/.test(word));
  const succeeded = those(['succeeded']);
  const result = {
    isSucceeded: succeeded.length > 0,
    commitments: those<CommitmentStatus>(commitmentStatuses),
    answers: those<ResponsePosition>(responsePositions),
    silent: silent.reduce((sum, word) => sum + Number.parseInt(word, 10), 0),
  };
  expect(
    words.filter((word) => !known.includes(word) && !silent.includes(word) && word !== 'nothing'),
  ).toEqual([]);
  return result;
}

const anyStanding: fc.Arbitrary<Standing> = fc.record({
  isSucceeded: fc.boolean(),
  commitments: fc.array(fc.constantFrom(...commitmentStatuses), { maxLength: 4 }),
  answers: fc.array(fc.constantFrom(...responsePositions), { maxLength: 3 }),
  silent: fc.nat(2),
});

describe('the status of a recommendation', () => {
  it('is told by the README case by case, in the order of the rule', () => {
    expect(table.map(({ number, status }) => [number, status])).toEqual(
      statusCases.map(({ status }, index) => [index + 1, status]),
    );
  });

  it.each(table)('$number $status', ({ number, status, examples }) => {
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect([example, statusOf(standing(example))]).toEqual([example, { number, status }]);
  });

  it('is the same whatever the order of what it follows from', () => {
    fc.assert(
      fc.property(anyStanding, (one) => {
        const turned = {
          ...one,
          commitments: one.commitments.toReversed(),
          answers: one.answers.toReversed(),
        };
        expect(statusOf(turned)).toEqual(statusOf(one));
      }),
    );
  });

  it('never comes from answers where there are commitments, nor from either where another takes its place', () => {
    fc.assert(
      fc.property(anyStanding, anyStanding, (one, other) => {
        const { status } = statusOf(one);
        if (one.isSucceeded) expect(status).toBe('superseded');
        else if (one.commitments.length > 0)
          expect(statusOf({ ...other, isSucceeded: false, commitments: one.commitments }).status).toBe(
            status,
          );
      }),
    );
  });
});

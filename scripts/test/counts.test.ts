import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tree } from '../check/tree.ts';
import { addCounts, failureLines, lastLines, readCounts, readFailures, readUnhandled } from './counts.js';
import Unhandled from './unhandled.js';

const report = (content: unknown) => join(tree({ 'report.json': JSON.stringify(content) }), 'report.json');
const results = (passed: number, failed: number, more: object = {}) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  testResults: [],
  ...more,
});

describe('readCounts', () => {
  it('counts what passed, failed and was skipped', () => {
    const found = readCounts(report(results(5, 2, { numPendingTests: 1, numTodoTests: 1 })), 1);
    expect(found).toEqual({ passed: 5, failed: 2, skipped: 2, crashed: false });
  });

  it('counts a file that could not be read as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(readCounts(report(results(1, 1, { testResults })), 1)).toMatchObject({ passed: 1, failed: 2 });
  });

  it('counts a run that ended badly without a failed test as one failure', () => {
    expect(readCounts(report(results(5, 0)), 1)).toEqual({ passed: 5, failed: 1, skipped: 0, crashed: true });
  });

  it('counts a run without a report as one failure, unless it found nothing to run', () => {
    const none = join(tree({}), 'report.json');
    expect(readCounts(none, 139)).toMatchObject({ passed: 0, failed: 1, crashed: true });
    expect(readCounts(none, 0)).toMatchObject({ passed: 0, failed: 0, crashed: false });
  });
});

describe('readFailures', () => {
  it('names each test that failed, and a file that could not be read', () => {
    const testResults = [
      {
        name: '/house/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'a door opens' },
          { status: 'failed', fullName: 'a door closes', failureMessages: ['it stuck\n\n at the hinge'] },
        ],
      },
      { name: '/house/b.test.ts', status: 'failed', message: 'no such import', assertionResults: [] },
    ];
    const failures = readFailures(report(results(1, 1, { testResults })));
    expect(failures.flatMap((failure) => failureLines(failure, '/house'))).toEqual([
      '✗ a.test.ts › a door closes',
      '    it stuck',
      '     at the hinge',
      '✗ b.test.ts › (the whole file)',
      '    no such import',
    ]);
    expect(readFailures(join(tree({}), 'report.json'))).toEqual([]);
  });
});

describe('lastLines', () => {
  it('ends with the counts, skipped tests on the line before', () => {
    const counts = addCounts({ passed: 1, failed: 0, skipped: 2 }, { passed: 3, failed: 1, skipped: 0 });
    expect(lastLines(counts, ['PostgreSQL: not run'])).toEqual([
      'PostgreSQL: not run',
      'skipped: 2',
      'tests: 4 passed, 1 failed',
    ]);
  });
});

describe('readUnhandled', () => {
  it('keeps the errors of files that do not run again, as the reporter wrote them', async () => {
    const written = join(tree({}), 'unhandled.json');
    process.env['TEST_UNHANDLED'] = written;
    new Unhandled().onTestRunEnd(
      [],
      [
        { message: 'Worker emitted error', cause: { message: 'exited while running /tests/a.test.ts' } },
        { message: 'nobody waited for this' },
      ],
    );
    delete process.env['TEST_UNHANDLED'];
    expect(readUnhandled(written, ['/tests/a.test.ts'])).toEqual(['nobody waited for this']);
    expect(readUnhandled(written, [])).toHaveLength(2);
    expect(readUnhandled(join(tree({}), 'none.json'), [])).toEqual([]);
  });
});

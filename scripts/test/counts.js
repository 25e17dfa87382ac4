import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const noCounts = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * What failed in one run, from vitest's JSON report: the tests, and files that could not be read.
 * @typedef {{ file: string, name: string, message: string }} FailedTest
 * @param {string} report path of the report
 * @returns {FailedTest[]} nothing when the run left no report
 */
export function readFailures(report) {
  /** @type {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} */
  let found;
  try {
    found = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return [];
  }
  return found.testResults.flatMap(({ name: file, status, message = '', assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [{ file, name: '(the whole file)', message }];
    return failed.map(({ fullName, failureMessages = [] }) => ({
      file,
      name: fullName,
      message: failureMessages.join('\n'),
    }));
  });
}

/**
 * Errors of one run that belong to no test and to none of the files that run again: those no second run can take back.
 * @param {string} report path of what scripts/test/unhandled.js wrote
 * @param {readonly string[]} again files that run once more
 * @returns {string[]}
 */
export function readUnhandled(report, again) {
  /** @type {string[]} */
  let messages;
  try {
    messages = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return [];
  }
  return messages.filter((message) => !again.some((file) => message.includes(file)));
}

/**
 * A failed test as lines for the end of a run, where nobody has to look for it.
 * @param {FailedTest} failure
 * @param {string} root folder that its path is told from
 * @returns {string[]}
 */
export function failureLines({ file, name, message }, root) {
  const lines = message.split('\n').filter((line) => line.trim() !== '' && !line.includes('node_modules'));
  return [`✗ ${relative(root, file)} › ${name}`, ...lines.slice(0, 8).map((line) => `    ${line.trimEnd()}`)];
}

/**
 * Counts one run from vitest's JSON report. A file that could not be read or collected is one failure, and so
 * is a run that ended badly without a failed test to show for it, or left no report.
 * @param {string} report path of the report
 * @param {number} code exit status of the run
 * @returns {Counts & { crashed: boolean }}
 */
export function readCounts(report, code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  let found;
  try {
    found = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    const crashed = code !== 0;
    return { ...noCounts, failed: crashed ? 1 : 0, crashed };
  }
  const broken = found.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = found.numFailedTests + broken;
  const crashed = code !== 0 && failed === 0;
  return {
    passed: found.numPassedTests,
    failed: crashed ? 1 : failed,
    skipped: found.numPendingTests + (found.numTodoTests ?? 0),
    crashed,
  };
}

/**
 * What stands at the end of `npm test`: remarks, skipped tests if any, and the counts as the very last line.
 * @param {Counts} counts
 * @param {string[]} remarks
 * @returns {string[]}
 */
export function lastLines({ passed, failed, skipped }, remarks) {
  const passedOver = skipped > 0 ? [`skipped: ${skipped}`] : [];
  return [...remarks, ...passedOver, `tests: ${passed} passed, ${failed} failed`];
}

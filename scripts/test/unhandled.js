import { writeFileSync } from 'node:fs';

/** A reporter of vitest that writes down what its JSON report leaves out: errors that belong to no test. */
export default class Unhandled {
  /**
   * @param {unknown} _ what ran
   * @param {readonly { message?: string, cause?: { message?: string } }[]} errors
   */
  onTestRunEnd(_, errors) {
    const file = process.env['TEST_UNHANDLED'];
    if (!file) return;
    const messages = errors.map(({ message = '', cause }) =>
      [message, cause?.message].filter(Boolean).join('\n'),
    );
    writeFileSync(file, JSON.stringify(messages));
  }
}

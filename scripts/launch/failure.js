/**
 * @typedef {import('./language.js').Language} Language
 * @typedef {import('./language.js').Sentence} Sentence
 */
import { fill } from './language.js';
import { reasons, steps } from './sentences.js';

/** A step that did not work: which one, why, and what the reader can do, all known by key. */
export class Failure extends Error {
  /**
   * @param {keyof typeof steps} step
   * @param {keyof typeof reasons} reason
   * @param {{ detail?: string, values?: Record<string, string | number> }} [more] `detail` is the tail of
   *   what the failed program printed
   */
  constructor(step, reason, { detail = '', values = {} } = {}) {
    super(`${step}: ${reason}`);
    this.step = step;
    this.reason = reason;
    this.detail = detail;
    this.values = values;
  }

  /**
   * One sentence: what failed, why, what to do.
   * @param {Language} language
   */
  sentence(language) {
    const what = fill(steps[this.step].failed, language, this.values);
    return `${what}${language === 'fr' ? '\u00a0: ' : ': '}${fill(reasons[this.reason], language, this.values)}`;
  }
}

/** What npm, Node and the system print, and the reason it stands for; the first that matches counts. */
/** @type {[RegExp, keyof typeof reasons][]} */
const signs = [
  [/ENOSPC|no space left/i, 'diskFull'],
  [/EROFS|EACCES|EPERM|permission denied/i, 'notAllowed'],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET/i, 'noNetwork'],
  [/SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER|CERT_HAS_EXPIRED|UNABLE_TO_VERIFY/i, 'certificate'],
  [/E407|proxy authentication/i, 'proxy'],
  [/E404|ETARGET|ENOVERSIONS|EBADPLATFORM/i, 'notPublished'],
  [/EINTEGRITY/i, 'integrity'],
  [/npm ci.+in sync|EUSAGE/i, 'lockOutOfDate'],
  [/heap out of memory|ENOMEM/i, 'memory'],
];

/**
 * @param {string} output what the failed program printed; npm's errors count before its warnings
 * @returns {keyof typeof reasons}
 */
export function reasonOf(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  const told = (/** @type {string} */ text) => signs.find(([sign]) => sign.test(text))?.[1];
  return told(errors.join('\n')) ?? told(output) ?? 'seeAbove';
}

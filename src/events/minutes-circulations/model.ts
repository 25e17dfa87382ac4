import { isLocale, type Locale } from '#platform/locale/locale.ts';
import type { RecordColumns } from '#platform/records/model.ts';

/** A text of minutes that stands still while people are asked to approve it. */
export interface MinutesCirculationRow extends RecordColumns {
  minutes_id: string;
  edition: number;
  /** 1 for the first of its edition; each time the text is taken back and sent again, the next. */
  number: number;
  /** How many approvals it takes. */
  needed: number;
  /** SHA-256 of the content that was sent: what is sealed must be what was approved. */
  digest: string;
  /** The day by which an answer is asked for. */
  answer_by: string | null;
  status: 'open' | 'withdrawn' | 'sealed';
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    minutes_circulations: MinutesCirculationRow;
  }
}

/** Somebody to be asked, as a line of the form names them. */
export interface Approver {
  name: string;
  email: string;
  locale: Locale;
}

/**
 * Reads who is asked, one a line: a name, a mail address and, where it isn't the usual one, a language (fr, ar, en),
 * parted by commas, Arabic commas, semicolons or tabs; `Name <address>` as mail programs write it is read as well.
 * @returns the people, or the number of the first line that names none, from 1
 */
export function readApprovers(text: string, usual: Locale): Approver[] | { line: number } {
  const approvers: Approver[] = [];
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const parts = line
      .replace(/<([^<>]*)>/, ',$1,')
      .split(/[,،;؛\t]/)
      .map((part) => part.trim())
      .filter(Boolean);
    const last = parts.at(-1)?.toLowerCase() ?? '';
    const locale = isLocale(last) ? last : usual;
    if (isLocale(last)) parts.pop();
    const email = parts.pop() ?? '';
    const name = parts.join(', ').replace(/^"(.*)"$/, '$1');
    if (!email.includes('@') || name === '') return { line: index + 1 };
    approvers.push({ name, email, locale });
  }
  return approvers;
}

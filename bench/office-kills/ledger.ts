/** What is written over and over through the forms. */
export type Noun = 'organisations' | 'workshops' | 'programme_items' | 'documents' | 'form_drafts';

/**
 * One record that a burst writes, and what was said of it. Its texts are `key v1`, `key v2` and so on, so that
 * whatever stands somewhere says which writing it is of.
 */
export interface Subject {
  noun: Noun;
  number: number;
  key: string;
  /** The account that writes it. */
  account: string;
  /** What its address is made of: its own slug, or that of the workshop it belongs to; a draft's whole address. */
  slug: string;
  /** Its id, once it is known. */
  id: string | null;
  /** Whether everybody may read it. */
  isPublic: boolean;
  /** The writing that was sent last, and those that were acknowledged. */
  sent: number;
  acknowledged: number[];
  /** The writing that was found when it was last looked at. */
  seen: number;
}

/** The text of a writing. */
export function textOf({ key }: Subject, writing: number): string {
  return `${key} v${writing}`;
}

/** Which writing a text is of; 0 where it is of none. */
export function writingOf({ key }: Subject, text: unknown): number {
  return Number(new RegExp(`^${key} v(\\d+)$`).exec(String(text))?.[1] ?? 0);
}

/** Everything that was written, and how it was answered. */
export class Ledger {
  readonly subjects: Subject[] = [];
  /** Answers that were neither acknowledgements nor cut off: there must be none. */
  readonly refusals: string[] = [];
  #made = 0;

  add(noun: Noun, account: string, slug?: string): Subject {
    this.#made += 1;
    const key = `burst-${noun.replace('_', '-')}-${this.#made}x`;
    const subject: Subject = {
      noun,
      number: this.#made,
      key,
      account,
      slug: slug ?? key,
      id: null,
      isPublic: noun === 'organisations',
      sent: 0,
      acknowledged: [],
      seen: 0,
    };
    this.subjects.push(subject);
    return subject;
  }

  /** Those of an account that are known to stand. */
  standing(noun: Noun, account: string): Subject[] {
    return this.subjects.filter((one) => one.noun === noun && one.account === account && one.id !== null);
  }
}

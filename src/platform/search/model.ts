/** What a record holds, as it is found: its words, each once, by the rules of the time, in a version of it. */
export interface SearchTextRow {
  record_id: string;
  kind: string;
  rules: number;
  version: number;
  words: string;
}

/** That a record of a kind holds a word. */
export interface SearchWordRow {
  kind: string;
  word: string;
  record_id: string;
}

/** Grows whenever the same record would be found by other words: what was kept by others is kept again. */
export const RULES = 1;

/** The kinds of records that are found by words, with the passages in which they stand; all have a reference. */
export const searched = {
  recommendations: ['title', 'text', 'priority_reason', 'beneficiaries'],
  commitments: ['title', 'deliverable', 'beneficiaries', 'participation'],
} as const;
export type SearchedKind = keyof typeof searched;

export function isSearched(kind: string): kind is SearchedKind {
  return Object.hasOwn(searched, kind);
}

declare module '../database/tables.ts' {
  interface Tables {
    search_texts: SearchTextRow;
    search_words: SearchWordRow;
  }
}

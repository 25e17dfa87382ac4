/**
 * A paper: a document as it is printed, bound or sent, in one language with passages in others. It knows nothing of
 * what it tells; `pdf` and `docx` beside it write it, and pages may show the same blocks.
 */

/** A few words in one language. */
export interface Run {
  text: string;
  /** BCP 47; the paper's own language where nothing says otherwise. */
  lang?: string;
  /** The direction of the words; that of their language's script where nothing says otherwise. */
  dir?: Direction;
  strong?: boolean;
  /** Of less weight: a reference, a remark. */
  soft?: boolean;
  /** An absolute http(s) address; anything else is left out. */
  href?: string;
  /** The id of a heading of the first two levels of the same paper, which the words lead to; without one, nowhere. */
  to?: string;
  /** Whether the words begin a line of their own. */
  breaks?: boolean;
  /** A note at the foot of the page, called here. */
  note?: Inline;
}

export type Direction = 'ltr' | 'rtl';
export type Inline = readonly Run[];

export interface Heading {
  kind: 'heading';
  level: 1 | 2 | 3;
  /** Where it stands on a page, as the last part of an address, and what words of the paper lead to it by. */
  id?: string;
  text: Inline;
}
export interface Paragraph {
  kind: 'paragraph';
  text: Inline;
  /** `eyebrow` stands over what follows, `lead` opens a part, `soft` remarks on it. */
  tone?: 'eyebrow' | 'lead' | 'soft';
}
export interface List {
  kind: 'list';
  ordered?: boolean;
  items: readonly Inline[];
}
export interface Table {
  kind: 'table';
  caption?: Inline;
  /** Shares of the width, as whole numbers. */
  columns: readonly { title: Inline; share: number }[];
  /** Each row has a cell for each column; a cell holds paragraphs. */
  rows: readonly (readonly (readonly Inline[])[])[];
}
/** What is known of something, by name. */
export interface Facts {
  kind: 'facts';
  facts: readonly { label: Inline; values: readonly Inline[] }[];
}
export interface Quotation {
  kind: 'quotation';
  text: Inline;
  by?: Inline;
}
export interface Figure {
  kind: 'figure';
  /** The image's bytes in base64. */
  image: string;
  type: 'png' | 'jpg';
  /** Pixels, for the proportions. */
  width: number;
  height: number;
  alt: Run;
  caption?: Inline;
}
/** Where somebody signs. */
export interface Signature {
  kind: 'signature';
  lines: readonly Inline[];
}
export type Block = Heading | Paragraph | List | Table | Facts | Quotation | Figure | Signature;

/** The first page of a publication. */
export interface Cover {
  eyebrow: Inline;
  subtitle?: Inline;
  /** When, where: a line each. */
  lines: readonly Inline[];
  /** Whose work it is: a word for their part, then their names. */
  by: readonly { label: Inline; names: readonly Inline[] }[];
}

export interface Paper {
  /** BCP 47: the language of the paper, which settles its direction. */
  lang: string;
  /**
   * `publication`: cover, contents, chapters. `letter`: one to a few pages under a head. `certificate`: one wide page.
   * `sheet`: one dense page under a head.
   */
  form: 'publication' | 'letter' | 'certificate' | 'sheet';
  title: Run;
  /** Who answers for it, for the file's own description. */
  author: string;
  /** The day it is of (YYYY-MM-DD), which both files bear: never the clock's. */
  date: string;
  /** Stands on every page, where readers must not take the paper for something else. */
  notice?: Run;
  cover?: Cover;
  /** The title over the list of contents; without it there is none. */
  contents?: Run;
  /** All but publications: whose paper it is. */
  head?: readonly Inline[];
  /** At the top and the foot of every page but the first. */
  running: { head: Inline; foot: Inline };
  blocks: readonly Block[];
  /** Sheets: what may stand instead, each barer than the one before; the first that fits the page is printed. */
  barer?: readonly (readonly Block[])[];
}

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa']);

/** The direction in which a language is written, by its script. @throws {RangeError} when the tag is none. */
export function directionOf(lang: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
}

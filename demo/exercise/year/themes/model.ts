import type { CommitmentKind } from '#follow-up/commitments/model.ts';
import type { FullText } from '../../../text.ts';

/** What an institution says it will do, as a phrase that a place or a way may follow. */
export interface Deed {
  kind: CommitmentKind;
  title: FullText;
  /** What will be there that is not there yet. */
  deliverable: FullText;
}

/** A subject of the register, with the phrases that its texts are made of. */
export interface Theme {
  /** What it serves, by the slugs of concepts. */
  serves: readonly string[];
  /** Why something is asked, one sentence each. */
  findings: readonly FullText[];
  /** What is asked, as a phrase that one of `ways` may follow. */
  asks: readonly FullText[];
  ways: readonly FullText[];
  /** For whom it is. */
  beneficiaries: FullText;
  deeds: readonly Deed[];
  /** What its commitments count: the thing counted, and its unit. */
  counted: { name: FullText; unit: FullText };
}

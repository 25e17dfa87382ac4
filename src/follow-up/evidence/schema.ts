import * as v from 'valibot';
import { id, line, partialDate, problems, trilingual, version, webAddress } from '#platform/locale/schema.ts';

const content = {
  /** What it shows. */
  caption: trilingual(500),
  datedOn: v.optional(partialDate),
  source: v.optional(line(300)),
  licence: v.optional(line(200)),
};

/** What is said of a file beside its bytes; of a picture, what is seen on it. */
export const fileInput = v.object({ reportId: id, ...content, alt: v.optional(trilingual(500)) });

/** A page of the public web, of which a copy is kept. */
export const webPageInput = v.object({ reportId: id, ...content, url: webAddress });

/** A record of the node by the address of its page, in any language or in none. */
export const recordInput = v.object({
  reportId: id,
  ...content,
  address: v.pipe(line(2_000), v.nonEmpty(problems.required)),
});

/** What is said of evidence that stands; what it is stays as it is. */
export const evidenceDescription = v.object({
  id,
  version,
  ...content,
  alt: v.optional(trilingual(500)),
});

/** Evidence in the version that somebody read. */
export const standingEvidence = v.object({ id, version });

export type FileInput = v.InferInput<typeof fileInput>;
export type WebPageInput = v.InferInput<typeof webPageInput>;
export type RecordInput = v.InferInput<typeof recordInput>;
export type EvidenceDescription = v.InferInput<typeof evidenceDescription>;
export type StandingEvidence = v.InferInput<typeof standingEvidence>;

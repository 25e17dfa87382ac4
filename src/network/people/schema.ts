import * as v from 'valibot';
import { id, slug, trilingual, version } from '#platform/locale/schema.ts';

export const personInput = v.object({ slug, name: trilingual(200) });

export type PersonInput = v.InferInput<typeof personInput>;

/** The whole input again, with the record and the version it was filled from. */
export const personUpdate = v.object({ ...personInput.entries, id, version });

export type PersonUpdate = v.InferInput<typeof personUpdate>;

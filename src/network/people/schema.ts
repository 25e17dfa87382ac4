import * as v from 'valibot';
import { slug, trilingual } from '#platform/locale/schema.ts';

export const personInput = v.object({ slug, name: trilingual(200) });

export type PersonInput = v.InferInput<typeof personInput>;

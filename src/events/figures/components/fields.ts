import type { Field } from '#platform/forms/fields.ts';
import { workshopFields } from '../../workshops/components/fields.ts';

const asked = ['outcome', 'audiences', 'attendance.'];

/** What is asked of what came of a workshop: those of its fields that are known once it was held. */
export const figureFields: readonly Field[] = workshopFields.filter(({ name }) =>
  asked.some((one) => name === one || (one.endsWith('.') && name.startsWith(one))),
);

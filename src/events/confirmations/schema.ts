import * as v from 'valibot';
import { id } from '#platform/locale/schema.ts';

export const confirmationInput = v.object({ contributionId: id });

export type ConfirmationInput = v.InferInput<typeof confirmationInput>;

import * as v from 'valibot';
import { choice, id } from '#platform/locale/schema.ts';
import { workshopRelations } from './model.ts';

export const workshopLinkInput = v.object({ workshopId: id, relation: choice(workshopRelations), toId: id });

export type WorkshopLinkInput = v.InferInput<typeof workshopLinkInput>;

/** A link that stands, of this workshop. */
export const standingLinkInput = v.object({ workshopId: id, linkId: id });

export type StandingLinkInput = v.InferInput<typeof standingLinkInput>;

export const linkMoveInput = v.object({ ...standingLinkInput.entries, by: choice(['up', 'down']) });

export type LinkMoveInput = v.InferInput<typeof linkMoveInput>;

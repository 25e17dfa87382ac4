import { m } from '#messages';
import type { HandoverStatus } from '../model.ts';

const statuses: Record<HandoverStatus, () => string> = {
  open: m.follow_up_handover_status_open,
  confirmed: m.follow_up_handover_status_confirmed,
  withdrawn: m.follow_up_handover_status_withdrawn,
};

/** How a handover stands, in a word. */
export const handoverWord = (status: HandoverStatus): string => statuses[status]();

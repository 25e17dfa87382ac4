import { m } from '#messages';
import type { ExtensionStatus } from '../../commitments/model.ts';

const statuses: Record<ExtensionStatus, () => string> = {
  asked: m.follow_up_extension_asked,
  granted: m.follow_up_extension_granted,
  refused: m.follow_up_extension_refused,
  withdrawn: m.follow_up_extension_withdrawn,
};

/** What became of a request for a longer deadline, in a word. */
export const extensionWord = (status: ExtensionStatus): string => statuses[status]();

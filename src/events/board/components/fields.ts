import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { ownerFields } from '../../actions/components/fields.ts';
import { boardKinds, type BoardKind, type BoardStatus } from '../model.ts';

const kinds: Record<BoardKind, () => string> = {
  conclusion: m.events_conclusion_conclusion,
  recommendation: m.events_board_recommendation,
  decision: m.events_action_decision,
  action: m.events_action_action,
};
const statuses: Record<BoardStatus, () => string> = {
  draft: m.events_board_draft,
  adopted: m.events_board_adopted,
  left: m.events_board_left,
};

/** What a kind of entry is called. */
export const boardWord = (kind: BoardKind): string => kinds[kind]();
/** Where an entry stands, in a word. */
export const boardStatusWord = (status: BoardStatus): string => statuses[status]();

/** What is asked of an entry of the board. */
export const boardFields: readonly Field[] = [
  { kind: 'trilingual', name: 'text', label: m.network_field_text, most: 4_000, long: true, required: true },
  {
    kind: 'choice',
    name: 'kind',
    label: m.events_field_board_kind,
    required: true,
    options: () => boardKinds.map((kind) => ({ value: kind, label: boardWord(kind) })),
  },
  ...ownerFields,
];

import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';
import { languageOptions } from '#platform/forms/languages.ts';
import { actionKinds, actionStatuses, type ActionKind, type ActionStatus } from '../model.ts';

const kinds: Record<ActionKind, () => string> = {
  decision: m.events_action_decision,
  action: m.events_action_action,
};
const statuses: Record<ActionStatus, () => string> = {
  open: m.events_action_open,
  done: m.events_action_done,
  dropped: m.events_action_dropped,
};

/** What a kind of action is called. */
export const actionWord = (kind: ActionKind): string => kinds[kind]();
/** How far an action has come, in a word. */
export const actionStatusWord = (status: ActionStatus): string => statuses[status]();

/** Who carries something out, and until when; the page offers organisations and people. */
export const ownerFields: readonly Field[] = [
  { kind: 'choice', name: 'organisationId', label: m.events_field_owner_organisation },
  { kind: 'choice', name: 'personId', label: m.events_field_owner_person },
  {
    kind: 'text',
    name: 'owner',
    label: m.events_field_owner,
    help: m.events_field_owner_help,
    most: 300,
  },
  { kind: 'date', name: 'dueOn', label: m.events_field_due },
];

/** What is asked of a decision or an action; the page offers the workshop's programme for `itemId`. */
export const actionFields: readonly Field[] = [
  { kind: 'trilingual', name: 'text', label: m.network_field_text, most: 2_000, long: true, required: true },
  {
    kind: 'choice',
    name: 'kind',
    label: m.events_field_action_kind,
    required: true,
    options: () => actionKinds.map((kind) => ({ value: kind, label: actionWord(kind) })),
  },
  ...ownerFields,
  { kind: 'choice', name: 'itemId', label: m.events_field_conclusion_item },
];

/** What is asked of who says how far an action has come. */
export const settlingFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'status',
    label: m.events_field_action_status,
    required: true,
    options: () => actionStatuses.map((status) => ({ value: status, label: actionStatusWord(status) })),
  },
  {
    kind: 'text',
    name: 'reason',
    label: m.events_field_action_reason,
    help: m.events_field_action_reason_help,
    long: true,
    most: 2_000,
  },
  {
    kind: 'choice',
    name: 'language',
    column: 'reason_language',
    label: m.events_field_reason_language,
    options: languageOptions,
  },
];

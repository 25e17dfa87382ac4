import { m } from '#messages';
import { positionField } from '#network/components/fields.ts';
import type { Field } from '#platform/forms/fields.ts';
import { conclusionKinds, type ConclusionKind } from '../model.ts';

const kinds: Record<ConclusionKind, () => string> = {
  conclusion: m.events_conclusion_conclusion,
  will: m.events_conclusion_will,
};

/** A conclusion, or a will that was confirmed. */
export const conclusionWord = (kind: ConclusionKind): string => kinds[kind]();

/** What is asked of a conclusion; the page offers the workshop's programme for `itemId`. */
export const conclusionFields: readonly Field[] = [
  { kind: 'trilingual', name: 'text', label: m.network_field_text, most: 2_000, long: true, required: true },
  {
    kind: 'choice',
    name: 'kind',
    label: m.events_field_conclusion_kind,
    required: true,
    options: () => conclusionKinds.map((kind) => ({ value: kind, label: conclusionWord(kind) })),
  },
  {
    kind: 'choice',
    name: 'itemId',
    label: m.events_field_conclusion_item,
    help: m.events_field_conclusion_item_help,
  },
  positionField,
];

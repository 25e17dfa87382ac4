import { m } from '#messages';
import type { Field } from '#platform/forms/fields.ts';

/** What is asked of who keeps a view: what it is to be called. */
export const savedViewFields: readonly Field[] = [
  {
    kind: 'text',
    name: 'name',
    label: m.follow_up_saved_view_name,
    help: m.follow_up_saved_view_name_help,
    most: 80,
    required: true,
  },
];

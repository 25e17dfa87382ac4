import { m } from '#messages';
import type { Gap } from '../model.ts';

const fields: Record<string, () => string> = {
  title: m.events_field_title,
  summary: m.events_field_summary,
  aims: m.events_field_aims,
  outcome: m.events_field_outcome,
  city: m.events_field_city,
  venue: m.events_field_venue,
};

const results: Partial<Record<Gap['of'], () => string>> = {
  conclusion: m.events_conclusion_conclusion,
  recommendation: m.events_board_recommendation,
  action: m.events_action_action,
};

/** Where a text stands that is not translated: the workshop's field, what came of it, or its programme. */
export function gapWord({ of, field }: Pick<Gap, 'of' | 'field'>): string {
  const result = results[of];
  if (result) return result();
  return (of === 'workshop' && fields[field]?.()) || m.events_programme();
}

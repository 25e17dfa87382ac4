import { m } from '#messages';
import type { WorkshopRelation } from '../model.ts';

const titles: Record<WorkshopRelation, () => string> = {
  organiser: m.events_organisers,
  'co-organiser': m.events_co_organisers,
  partner: m.events_partners,
  funder: m.events_funders,
  participant: m.events_field_participants,
  'part-of': m.events_initiative,
  concerns: m.events_regions,
  serves: m.events_serves,
};

const helps: Partial<Record<WorkshopRelation, () => string>> = {
  organiser: m.events_links_access,
  'co-organiser': m.events_links_access,
  participant: m.events_links_participants,
  concerns: m.events_links_concerns,
};

/** What a relation is called over the records it leads to. */
export const relationTitle = (relation: WorkshopRelation): string => titles[relation]();
/** What a relation changes for others; null where it changes nothing. */
export const relationHelp = (relation: WorkshopRelation): string | null => helps[relation]?.() ?? null;

import { m } from '#messages';
import type { Relation } from '#network/links/model.ts';

const titles: Record<Relation, () => string> = {
  organiser: m.events_organisers,
  'co-organiser': m.events_co_organisers,
  participant: m.events_participants,
  presents: m.events_presents,
  implementer: m.network_relation_implementer,
  partner: m.events_partners,
  funder: m.events_funders,
  'part-of': m.events_initiative,
  concerns: m.follow_up_concerns,
  'stems-from': m.follow_up_origin,
  'shared-at': m.follow_up_shared_at,
  'formulated-in': m.follow_up_formulated_in,
  'proposed-by': m.follow_up_proposed_by,
  'proposing-organisation': m.follow_up_proposing_organisations,
  'follows-from': m.follow_up_follows_from,
  'addressed-to': m.follow_up_addressees,
  supersedes: m.follow_up_supersedes,
  'parted-from': m.follow_up_parted_from,
  unites: m.follow_up_unites,
  implements: m.follow_up_implements,
  serves: m.events_serves,
  cites: m.publication_sources,
};

const helps: Partial<Record<Relation, () => string>> = {
  'shared-at': m.follow_up_links_shared_at,
  concerns: m.network_links_concerns,
  cites: m.network_links_cites,
};

/** What a relation is called over the records it leads to, whatever it leads from. */
export const relationWord = (relation: Relation): string => titles[relation]();
/** What a relation means for readers, or changes for others; null where its name says it all. */
export const relationMeaning = (relation: Relation): string | null => helps[relation]?.() ?? null;

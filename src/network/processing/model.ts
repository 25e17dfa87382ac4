/**
 * What this node does with data of persons, as law 09-08 has a controller declare it to the national commission
 * (CNDP). Purposes, data, basis, recipients and retention of each are messages: `network_processing_<id>_…`.
 */
export const processings = [
  { id: 'accounts', table: 'accounts', at: 'created_at' },
  { id: 'invitations', table: 'invitations', at: 'created_at' },
  { id: 'requests', table: 'membership_requests', at: 'created_at' },
  { id: 'approvals', table: 'minutes_approvals', at: 'created_at' },
  { id: 'mail', table: 'mail_messages', at: 'created_at' },
  { id: 'subscriptions', table: 'subscriptions', at: 'created_at' },
  { id: 'notices', table: 'notices', at: 'created_at' },
  { id: 'follows', table: 'follows', at: 'created_at' },
  { id: 'views', table: 'saved_views', at: 'created_at' },
  { id: 'sessions', table: 'sign_in_sessions', at: 'created_at' },
  { id: 'journal', table: 'journal', at: 'at' },
  { id: 'people', table: 'people', at: 'created_at' },
  { id: 'drafts', table: 'form_drafts', at: 'updated_at' },
] as const;

export type Processing = (typeof processings)[number];
export type ProcessingId = Processing['id'];

/** What the register says of each. */
export const aspects = ['purpose', 'data', 'basis', 'recipients', 'retention'] as const;
export type Aspect = (typeof aspects)[number];

/** Who answers for the processing, as declared. */
export interface Controller {
  name: string;
  address: string | null;
  contact: string | null;
  /** The number under which the commission has the declaration; null where it has none yet. */
  declaration: string | null;
}

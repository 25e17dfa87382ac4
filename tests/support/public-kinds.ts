import type { RecordKind } from '#platform/records/model.ts';

/** Kinds of records that public pages show; of the others no page may hold anything. */
export type PublicKind = Exclude<
  RecordKind,
  | 'accounts'
  | 'grants'
  | 'invitations'
  | 'membership_requests'
  | 'merges'
  | 'distinctions'
  | 'translation_reviews'
  | 'minutes'
  | 'minutes_circulations'
  | 'minutes_approvals'
  | 'minutes_remarks'
  | 'minutes_seals'
  | 'board_entries'
  | 'board_sources'
  | 'deadline_extensions'
  | 'validations'
  | 'handovers'
  | 'absences'
  | 'dispatches'
>;

import { m } from '#messages';
import type { TranslatedKind, TranslationState } from '../model.ts';

const kinds: Record<TranslatedKind, () => string> = {
  organisations: m.publication_nav_organisations,
  people: m.publication_nav_people,
  initiatives: m.publication_nav_initiatives,
  outcomes: m.network_outcomes,
  territories: m.publication_nav_territories,
  concepts: m.publication_translation_kind_concepts,
  series: m.publication_translation_kind_series,
  workshops: m.publication_nav_workshops,
  programme_items: m.publication_translation_kind_items,
  conclusions: m.publication_translation_kind_conclusions,
  actions: m.events_actions,
  debates: m.deliberation_debates,
  documents: m.events_documents_title,
  press_notes: m.publication_translation_kind_press_notes,
  commitments: m.follow_up_commitments,
  commitment_parties: m.follow_up_commitment_parties,
  milestones: m.follow_up_milestones,
  indicators: m.follow_up_indicators,
  recommendations: m.publication_nav_recommendations,
};

const fields: Record<string, () => string> = {
  name: m.publication_translation_field_name,
  short_name: m.publication_translation_field_short_name,
  acronym: m.publication_translation_field_acronym,
  definition: m.network_field_definition,
  summary: m.publication_translation_field_summary,
  aims: m.publication_translation_field_aims,
  outcome: m.publication_translation_field_outcome,
  title: m.publication_translation_field_title,
  abstract: m.publication_translation_field_abstract,
  room: m.publication_translation_field_room,
  venue: m.publication_translation_field_venue,
  city: m.publication_translation_field_city,
  text: m.publication_translation_field_text,
  alt: m.network_field_alt,
  unit: m.follow_up_field_unit,
  source: m.follow_up_field_indicator_source,
  deliverable: m.follow_up_field_deliverable,
  beneficiaries: m.follow_up_field_beneficiaries,
  participation: m.follow_up_field_participation,
  contribution: m.follow_up_field_contribution,
};

const states: Record<TranslationState, () => string> = {
  original: m.publication_translation_original,
  missing: m.publication_translation_missing,
  unread: m.publication_translation_unread,
  read: m.publication_translation_read,
};

/** Records of a kind, as a list of translations names them. */
export function kindWord(kind: TranslatedKind): string {
  return kinds[kind]();
}

/** A field of whichever kind, by its column. */
export function fieldWord(field: string): string {
  return fields[field]!();
}

export function stateWord(state: TranslationState): string {
  return states[state]();
}

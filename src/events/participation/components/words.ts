import { m } from '#messages';
import type { ParticipationLevel } from '../model.ts';

const levels: Record<ParticipationLevel, () => string> = {
  international: m.network_level_international,
  country: m.network_level_national,
  region: m.network_level_regional,
  province: m.events_participation_level_provincial,
  commune: m.events_participation_level_communal,
};

/** The level at which somebody acts, by the level of territories. */
export const levelOfWord = (level: ParticipationLevel): string => levels[level]();

export const sexWord = (sex: 'women' | 'men'): string =>
  sex === 'women' ? m.events_participation_women() : m.events_participation_men();

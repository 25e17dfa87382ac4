import { health, reception, school } from './themes/first.ts';
import type { Theme } from './themes/model.ts';
import { diaspora, housing, returning, work } from './themes/second.ts';
import { knowledge, voice } from './themes/third.ts';

/** What the register of the exercise is about. */
export const themes: readonly Theme[] = [
  reception,
  school,
  health,
  work,
  housing,
  diaspora,
  returning,
  knowledge,
  voice,
];

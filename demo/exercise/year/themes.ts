import { diaspora } from './themes/diaspora.ts';
import { health } from './themes/health.ts';
import { housing } from './themes/housing.ts';
import { knowledge } from './themes/knowledge.ts';
import type { Theme } from './themes/model.ts';
import { reception } from './themes/reception.ts';
import { returning } from './themes/returning.ts';
import { school } from './themes/school.ts';
import { voice } from './themes/voice.ts';
import { work } from './themes/work.ts';

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

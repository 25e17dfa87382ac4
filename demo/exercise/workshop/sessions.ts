import type { SessionEntry } from './model.ts';
import { climate } from './sessions/climate.ts';
import { data } from './sessions/data.ts';
import { diaspora } from './sessions/diaspora.ts';
import { finance } from './sessions/finance.ts';
import { health } from './sessions/health.ts';
import { planning } from './sessions/planning.ts';
import { reception } from './sessions/reception.ts';
import { returning } from './sessions/return.ts';
import { school } from './sessions/school.ts';
import { twinning } from './sessions/twinning.ts';
import { women } from './sessions/women.ts';
import { youth } from './sessions/youth.ts';

/** The sessions of the workshop, in the order of their numbers. */
export const sessions: readonly SessionEntry[] = [
  reception,
  planning,
  diaspora,
  data,
  youth,
  health,
  school,
  women,
  climate,
  returning,
  twinning,
  finance,
];

import { expect, it } from 'vitest';
import { shownAttendance } from './model.ts';

const row = (women: number | null, men: number | null) => ({
  attendance_total: 45,
  attendance_women: women,
  attendance_men: men,
});

it.each([
  [33, 12, false],
  [5, 40, false],
  [4, 41, true],
  [41, 1, true],
  [0, 45, false],
  [null, null, false],
  [null, 3, true],
])('%s women and %s men: told apart unless a group is small', (women, men, merged) => {
  const shown = shownAttendance(row(women, men));
  expect(shown).toEqual({ shown: merged ? row(null, null) : row(women, men), merged });
});

import { describe, expect, it } from 'vitest';
import { attendanceOf, contradictions, sumsOf, type Attendance, type Count } from './model.ts';

const nothing: Attendance = {
  attendance_total: null,
  attendance_minimum: 0,
  attendance_women: null,
  attendance_men: null,
};
const line = (women: number | null, men: number | null, not_stated: number | null = null): Count => ({
  actor_type: null,
  level: null,
  territory_id: null,
  women,
  men,
  not_stated,
});

it('adds up what was counted, and takes what was not for nothing', () => {
  expect(sumsOf([line(3, null), line(null, 4, 5), line(0, 0)])).toEqual({
    women: 3,
    men: 4,
    notStated: 5,
    total: 12,
  });
});

describe('how many took part', () => {
  it.each<[string, Partial<Attendance>, Count[], (number | null)[]]>([
    ['is not known where nothing is', {}, [], [null, null, null]],
    ['is what the lines add up to', {}, [line(3, null), line(2, null, 4)], [9, 5, null]],
    ['tells nobody counted from nobody there', {}, [line(0, 8)], [8, 0, 8]],
    ['is what is stated, whatever the lines reach', { attendance_total: 75 }, [line(3, 4)], [75, 3, 4]],
    ['is stated alone', { attendance_total: 75, attendance_women: 33 }, [], [75, 33, null]],
    ['is never less than women and men', { attendance_women: 33, attendance_men: 42 }, [], [75, 33, 42]],
    [
      'is at least what the lines count where the source says “more than”',
      { attendance_total: 75, attendance_minimum: 1 },
      [line(50, 30)],
      [80, 50, 30],
    ],
  ])('%s', (_, stated, counts, [total, women, men]) => {
    expect(attendanceOf({ ...nothing, ...stated }, counts)).toEqual({
      attendance_total: total,
      attendance_minimum: stated.attendance_minimum ?? 0,
      attendance_women: women,
      attendance_men: men,
    });
  });
});

describe('what contradicts itself', () => {
  const levels = new Map([['oriental', 'region' as const]]);
  const fields = (...asked: Parameters<typeof contradictions>) =>
    contradictions(...asked).map(({ field, reason }) => `${field} ${reason}`);

  it('is nothing where a breakdown is partial', () => {
    expect(
      fields({ total: 75, women: 33, men: 42 }, [{ actorType: 'academia', women: 4 }, { men: 42 }], levels),
    ).toEqual([]);
    expect(fields(undefined, [{ territoryId: 'oriental', level: 'region', notStated: 0 }], levels)).toEqual(
      [],
    );
  });

  it('stands beside the control that says it', () => {
    expect(
      fields(
        undefined,
        [
          { actorType: 'academia' },
          { territoryId: 'oriental', women: 1 },
          { territoryId: 'oriental', level: 'commune', women: 1 },
          { territoryId: 'nowhere', women: 1 },
          { territoryId: 'oriental', level: 'region', men: 1 },
        ],
        levels,
      ),
    ).toEqual([
      'counts.0.women events_participation_problem_no_number',
      'counts.2.level events_participation_problem_level',
      'counts.2.actorType events_participation_problem_twice',
      'counts.3.territoryId platform_problem_not_a_choice',
      'counts.4.actorType events_participation_problem_twice',
    ]);
  });

  it('is a whole that is less than its lines, but where it is a minimum', () => {
    const counts = [{ women: 8, notStated: 3 }];
    expect(fields({ total: 10 }, counts, levels)).toEqual([
      'attendance.total events_participation_problem_total',
    ]);
    expect(fields({ total: 10, minimum: true }, counts, levels)).toEqual([]);
    expect(fields({ women: 7, men: 3 }, counts, levels)).toEqual([
      'attendance.women events_participation_problem_women',
    ]);
    // Eleven are counted, eight of them women: no room is left for four men.
    expect(fields({ total: 11, men: 4 }, counts, levels)).toEqual([
      'attendance.total events_problem_attendance',
    ]);
  });
});

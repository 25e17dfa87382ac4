import { describe, expect, it } from 'vitest';
import { inOrder, isInPlace, moveItem, placeFor, type Placed } from './model.ts';

const day = '2026-03-10';
let next = 0;
/** An item of the test's day: `a 09:00-10:00`, or `a` without hours. */
function item(text: string, position = ++next): Placed {
  const [, id, starts_at = null, ends_at = null] = /^(\w+)(?: (.{5})(?:-(.{5}))?)?$/.exec(text)!;
  return { id: id!, day, position, starts_at, ends_at };
}
const programme = (...texts: string[]) => texts.map((text, index) => item(text, index + 1));

/** The programme after a move, as it is written above. */
function after(items: Placed[], id: string, by: -1 | 1, shift = true): string[] | null {
  const move = moveItem(items, id, by, shift);
  if (!move) return null;
  const changed = items.map((one) => ({ ...one, ...move.changes.get(one.id) }));
  return inOrder(changed).map(({ id, starts_at, ends_at }) =>
    [id, starts_at && `${starts_at}${ends_at ? `-${ends_at}` : ''}`].filter(Boolean).join(' '),
  );
}

describe('an item that is moved', () => {
  const three = programme('a 09:00-10:00', 'b 10:15-10:45', 'c 11:00-12:00');

  it('exchanges its hours with its neighbour, and the pause stays between them', () => {
    const swapped = ['b 09:00-09:30', 'a 09:45-10:45', 'c 11:00-12:00'];
    expect(after(three, 'a', 1)).toEqual(swapped);
    expect(after(three, 'b', -1)).toEqual(swapped);
  });

  it('leaves every hour alone where nothing is to be shifted', () => {
    expect(after(three, 'a', 1, false)).toEqual(['b 10:15-10:45', 'a 09:00-10:00', 'c 11:00-12:00']);
  });

  it('has no place before the first nor after the last, nor where it is none', () => {
    expect([after(three, 'a', -1), after(three, 'c', 1), after(three, 'z', 1)]).toEqual([null, null, null]);
  });

  it('passes only its order on where an hour is unknown', () => {
    const some = programme('a 09:00-10:00', 'b', 'c 11:00');
    expect(after(some, 'b', -1)).toEqual(['b', 'a 09:00-10:00', 'c 11:00']);
    expect(after(some, 'c', -1)).toEqual(['a 09:00-10:00', 'c 11:00', 'b']);
  });

  const parallel = programme(
    'a 09:00-10:00',
    'x 10:00-11:00',
    'y 10:00-11:30',
    'c 11:30-12:00',
    'd 12:00-12:30',
  );

  it('changes only its order beside what begins with it', () => {
    expect(after(parallel, 'x', 1)).toEqual([
      'a 09:00-10:00',
      'y 10:00-11:30',
      'x 10:00-11:00',
      'c 11:30-12:00',
      'd 12:00-12:30',
    ]);
  });

  it('passes all that begins together at once', () => {
    expect(after(parallel, 'c', -1)).toEqual([
      'a 09:00-10:00',
      'c 10:00-10:30',
      'x 10:30-11:30',
      'y 10:30-12:00',
      'd 12:00-12:30',
    ]);
  });

  it('leaves what began with it, and what follows makes room', () => {
    expect(after(parallel, 'y', 1)).toEqual([
      'a 09:00-10:00',
      'x 10:00-11:00',
      'c 11:00-11:30',
      'y 11:30-13:00',
      'd 13:00-13:30',
    ]);
    expect(after(parallel, 'x', -1)).toEqual([
      'x 09:00-10:00',
      'a 10:00-11:00',
      'y 11:00-12:30',
      'c 12:30-13:00',
      'd 13:00-13:30',
    ]);
  });

  it('pushes what it overlapped, and never out of its day', () => {
    const over = programme('a 09:00-10:00', 'b 09:30-10:30', 'c 10:30-11:00');
    expect(after(over, 'a', 1)).toEqual(['b 09:00-10:00', 'a 10:00-11:00', 'c 11:00-11:30']);
    const late = programme('a 21:00-23:00', 'b 21:30-23:30', 'c 23:30-23:45');
    expect(moveItem(late, 'a', 1, true)!.leavesDay).toBe(true);
    expect(moveItem(late, 'a', 1, false)!.leavesDay).toBe(false);
  });

  it('stays on its day', () => {
    const days = [item('a 09:00-10:00', 1), { ...item('b 09:00-10:00', 2), day: '2026-03-11' }];
    expect(after(days, 'a', 1)).toBeNull();
  });
});

describe('where an item belongs', () => {
  const place = (others: Placed[], text: string, on: string | null = day) => {
    const { position, others: moved } = placeFor(others, { ...item(text, 0), day: on });
    return [position, Object.fromEntries([...moved].map(([id, { position }]) => [id, position]))];
  };

  it('is after everything, with room before it, where nothing begins later', () => {
    expect(place([], 'n')).toEqual([16, {}]);
    expect(place([item('a 09:00', 16)], 'n 09:00')).toEqual([32, {}]);
    expect(place([item('a 09:00', 16), { ...item('b', 48), day: null }], 'n', null)).toEqual([64, {}]);
  });

  it('is before what begins later, and before later days', () => {
    expect(place([item('a 09:00', 16), item('b 11:00', 32)], 'n 10:00')).toEqual([24, {}]);
    const tomorrow = { ...item('b 08:00', 32), day: '2026-03-11' };
    expect(place([item('a 09:00', 16), tomorrow], 'n 10:00')).toEqual([24, {}]);
    expect(place([item('a 09:00', 16), tomorrow], 'n')).toEqual([24, {}]);
  });

  it('moves others only where there is no room', () => {
    const close = [item('a 09:00', 1), item('b 11:00', 2), item('c 12:00', 3), item('d 13:00', 90)];
    expect(place(close, 'n 10:00')).toEqual([17, { b: 33, c: 49 }]);
  });

  it('is left where order and hours agree', () => {
    const others = [item('a 09:00', 1), item('b 11:00', 9)];
    expect(isInPlace(others, item('n 10:00', 5))).toBe(true);
    expect(isInPlace(others, item('n 09:00', 5))).toBe(true);
    expect(isInPlace(others, item('n 12:00', 5))).toBe(false);
    expect(isInPlace(others, item('n 10:00', 12))).toBe(false);
    expect(isInPlace(others, item('n', 12))).toBe(true);
  });
});

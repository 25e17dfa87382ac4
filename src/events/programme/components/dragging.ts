import { moveItem, type Placed } from '../../programme-order/model.ts';

/** Where a dragged item would go: on which day, and beside which item where that has any. */
export interface Drag {
  id: string;
  day: string | null;
  over: string | null;
  below: boolean;
}

/**
 * Follows a pointer from an item's handle over the days of the page (`[data-day]`, each with a list of rows).
 * @param over is told where the item would go, null once the pointer let go
 * @param drop is told where it was let go
 */
export function followDrag(
  event: PointerEvent,
  id: string,
  { over, drop }: { over: (drag: Drag | null) => void; drop: (drag: Drag) => void },
): void {
  event.preventDefault();
  const handle = event.currentTarget as HTMLElement;
  const page = handle.closest('section')!;
  const days = [...page.querySelectorAll<HTMLElement>('[data-day]')];
  let drag: Drag | null = null;
  handle.setPointerCapture(event.pointerId);
  const moving = ({ clientY }: PointerEvent) => {
    const isAbove = (element: HTMLElement) => clientY < element.getBoundingClientRect().bottom;
    const day = days.find(isAbove) ?? days.at(-1)!;
    const rows = [...day.querySelectorAll<HTMLElement>('ol > li')].filter((row) => row.id !== 'row-new');
    const row = rows.find(isAbove) ?? rows.at(-1);
    const box = row?.getBoundingClientRect();
    drag = {
      id,
      day: day.dataset['day'] || null,
      over: row?.id.slice('row-'.length) ?? null,
      below: box !== undefined && clientY > box.top + box.height / 2,
    };
    over(drag);
  };
  const ended = ({ type }: Event) => {
    handle.removeEventListener('pointermove', moving);
    if (type === 'pointerup' && drag && drag.over !== id) drop(drag);
    over(null);
  };
  handle.addEventListener('pointermove', moving);
  for (const end of ['pointerup', 'pointercancel']) handle.addEventListener(end, ended, { once: true });
}

/** How many places up or down an item goes that is dropped on its own day. */
export function placesTo(
  day: readonly Placed[],
  { id, over, below }: Pick<Drag, 'id' | 'over' | 'below'>,
): { by: -1 | 1; places: number } {
  const place = (list: readonly Placed[], of: string | null) =>
    list.toSorted((a, b) => a.position - b.position).findIndex((one) => one.id === of);
  const by = place(day, over) > place(day, id) ? 1 : -1;
  let now = day;
  let places = 0;
  const isPast = () => {
    const [here, there] = [place(now, id), place(now, over)];
    return by === 1 ? (below ? here > there : here >= there - 1) : below ? here <= there + 1 : here < there;
  };
  while (!isPast()) {
    const move = moveItem(now, id, by, false);
    if (!move) break;
    now = now.map((one) => ({ ...one, ...move.changes.get(one.id) }));
    places += 1;
  }
  return { by, places };
}

import { fail, redirect } from '@sveltejs/kit';
import { openMinutes } from '#events/minutes/changes.server.ts';
import { emptyEntry, type EntryContent } from '#events/minutes-entries/model.ts';
import { rankAt } from '#events/minutes-replica/model.ts';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';
import { readSince } from '#events/minutes-sync/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { newId } from '#platform/records/uuid.ts';
import { sentence } from '../../../../../forms.server.ts';
import { minutesHead, openedMinutes, writtenSession } from '../../../../../written-minutes.server.ts';

export const load = async (event) => {
  const { locals, params } = event;
  const found = await writtenSession(event, params);
  const { account, minutes } = found;
  const answer =
    minutes && (await readSince(locals.db.reader, locals.actor, minutes, newId(), 0, locals.clock()));
  return {
    ...minutesHead(found),
    minutes: minutes && { id: minutes.id, status: minutes.status, edition: minutes.edition },
    answer: answer && { ...answer, outcomes: [] },
    writer: account.locale,
    accountId: account.id,
  };
};

/** A field of a form as an entry holds it; fields that the form has not are left as they are. */
function fieldsOf(form: FormData): Partial<EntryContent> {
  const set: Record<string, string | number | null> = {};
  for (const field of Object.keys(emptyEntry)) {
    const value = form.get(field);
    if (typeof value !== 'string' || field === 'rank') continue;
    set[field] = field === 'consent' || field === 'removed' ? Number(value) : value.trim() || null;
  }
  // A box that is not ticked is not sent.
  if (form.get('asks') === 'consent') set['consent'] = Number(form.get('consent') ?? 0);
  return set as Partial<EntryContent>;
}

export const actions = {
  open: async (event) => {
    const { item } = await writtenSession(event, event.params);
    const outcome = await openMinutes(event.locals.db, event.locals.actor, { itemId: item.id });
    if (!outcome.ok) return fail(403, { problem: sentence(outcome.reason) });
    redirect(303, pageOf(event));
  },
  add: async (event) => {
    const { minutes, account } = await openedMinutes(event, event.params);
    const form = await event.request.formData();
    const { entries } = await readSince(
      event.locals.db.reader,
      event.locals.actor,
      minutes,
      newId(),
      0,
      event.locals.clock(),
    );
    const entry = newId();
    const rank = rankAt(sorted(entries), entries.length);
    const set = { ...fieldsOf(form), rank, text_original: account.locale };
    return asked(event, minutes.id, { entry, base: 0, set });
  },
  write: async (event) => {
    const { minutes } = await openedMinutes(event, event.params);
    const form = await event.request.formData();
    const entry = String(form.get('entry'));
    const base = Number(form.get('base'));
    const set = fieldsOf(form);
    const move = form.get('move');
    if (move === 'up' || move === 'down') {
      const { entries } = await readSince(
        event.locals.db.reader,
        event.locals.actor,
        minutes,
        newId(),
        0,
        event.locals.clock(),
      );
      const shown = sorted(entries);
      const index = shown.findIndex(({ id }) => id === entry);
      const others = shown.filter(({ id }) => id !== entry);
      const place = Math.max(0, Math.min(others.length, index + (move === 'up' ? -1 : 1)));
      set.rank = rankAt(others, place);
    }
    const settles = form.get('settles');
    return asked(event, minutes.id, {
      entry,
      base,
      set,
      ...(typeof settles === 'string' && { settles }),
    });
  },
};

type Event = Parameters<typeof writtenSession>[0] & { params: { slug: string; anchor: string } };

const pageOf = ({ locals, params }: Event) =>
  localized(`/workshops/${params.slug}/minutes/${params.anchor}`, locals.locale);

const sorted = <Entry extends { id: string; rank: string; removed: number }>(entries: Entry[]) =>
  entries
    .filter(({ removed }) => removed === 0)
    .toSorted((a, b) => (a.rank < b.rank || (a.rank === b.rank && a.id < b.id) ? -1 : 1));

/** One operation of a form that was sent without script: as a device of its own, with what the form was filled from. */
async function asked(
  event: Event,
  minutesId: string,
  operation: { entry: string; base: number; set: Partial<EntryContent>; settles?: string },
) {
  const at = event.locals.clock().toISOString();
  const outcome = await syncMinutes(
    event.locals.db,
    event.locals.actor,
    {
      minutesId,
      device: newId(),
      since: 0,
      sentAt: at,
      entry: operation.entry,
      operations: [{ id: newId(), writtenAt: at, ...operation }],
    },
    event.locals.clock,
  );
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason), typed: operation.set });
  const [done] = outcome.answer.outcomes;
  if (done?.outcome === 'refused' || done?.outcome === 'late') {
    const reason = done.reason ?? 'events_minutes_problem_not_open';
    return fail(422, { problem: sentence(reason), typed: operation.set });
  }
  redirect(303, `${pageOf(event)}#entry-${operation.entry}`);
}

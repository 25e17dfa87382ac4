import { fail, redirect } from '@sveltejs/kit';
import { listConclusions } from '#events/conclusions/queries.server.ts';
import { openMinutes } from '#events/minutes/changes.server.ts';
import { emptyEntry, entriesInOrder, kindChange, type EntryContent } from '#events/minutes-entries/model.ts';
import { readMeant, withNamed } from '#events/minutes-naming/queries.server.ts';
import type { MinutesRow } from '#events/minutes/model.ts';
import { rankAt, type KnownEntry } from '#events/minutes-replica/model.ts';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';
import { readSince } from '#events/minutes-sync/queries.server.ts';
import { readUptakes } from '#follow-up/conclusions/queries.server.ts';
import type { Source } from '#platform/database/database.ts';
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
  const conclusions = await listConclusions(locals.db.reader, found.workshop.id);
  const concluded = conclusions.filter(({ item_id }) => item_id === found.item.id);
  return {
    ...minutesHead(found),
    conclusions: concluded,
    uptakes: await readUptakes(locals.db.reader, locals.actor, concluded),
    minutes: minutes && { id: minutes.id, status: minutes.status, edition: minutes.edition },
    answer: answer && { ...answer, outcomes: [] },
    // What is written no more names records as they are called now.
    named: answer && answer.status !== 'open' ? await namesOf(locals.db.reader, answer.entries) : {},
    writer: locals.locale,
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
    const { minutes } = await openedMinutes(event, event.params);
    const form = await event.request.formData();
    const entries = await entriesOf(event, minutes);
    const entry = newId();
    const rank = rankAt(entriesInOrder(entries), entries.length);
    const set = { ...fieldsOf(form), rank, text_original: event.locals.locale };
    return asked(event, minutes.id, { entry, base: 0, set });
  },
  write: async (event) => {
    const { minutes } = await openedMinutes(event, event.params);
    const form = await event.request.formData();
    const entry = String(form.get('entry'));
    const base = Number(form.get('base'));
    const entries = await entriesOf(event, minutes);
    const settles = form.get('settles');
    const set = fieldsOf(form);
    const known = entries.find(({ id }) => id === entry);
    if (known && typeof settles !== 'string') Object.assign(set, await named(event, known, set));
    const move = form.get('move');
    if (move === 'up' || move === 'down') {
      const shown = entriesInOrder(entries).filter(({ removed }) => removed === 0);
      const index = shown.findIndex(({ id }) => id === entry);
      const others = shown.filter(({ id }) => id !== entry);
      const place = Math.max(0, Math.min(others.length, index + (move === 'up' ? -1 : 1)));
      set.rank = rankAt(others, place);
    }
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

async function entriesOf({ locals }: Event, minutes: MinutesRow) {
  const { db, actor, clock } = locals;
  return (await readSince(db.reader, actor, minutes, newId(), 0, clock())).entries;
}

/** The records that entries name, by the entries' ids. */
async function namesOf(db: Source, entries: readonly KnownEntry[]) {
  const found = await withNamed(db, entries);
  return Object.fromEntries(found.map(({ id, organisation, person }) => [id, { organisation, person }]));
}

/** Without script the words say by themselves whom they mean; words that stood there keep whom they meant. */
async function named({ locals }: Event, known: EntryContent, set: Partial<EntryContent>) {
  const kind = set.kind ? kindChange(known, set.kind) : {};
  const field = (['owner', 'speaker'] as const).find((words) => words in set && set[words] !== known[words]);
  return { ...kind, ...(field && (await readMeant(locals.db.reader, set[field]!, locals.locale))) };
}

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

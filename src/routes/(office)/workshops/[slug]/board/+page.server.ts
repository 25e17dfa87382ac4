import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { gatherEntries, settleSource } from '#events/board-gathering/changes.server.ts';
import { mergeEntries, splitEntry } from '#events/board-merges/changes.server.ts';
import { moveEntry } from '#events/board-order/changes.server.ts';
import { leaveEntry, reopenEntry } from '#events/board/changes.server.ts';
import { listUngathered, type ShownEntry } from '#events/board/queries.server.ts';
import type { SeenEntry } from '#events/board/schema.ts';
import { listConclusions } from '#events/conclusions/queries.server.ts';
import { adopt, takeBack } from '#follow-up/adoptions/changes.server.ts';
import { m } from '#messages';
import { References } from '#network/references/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { recordedWorkshop, shownBoard } from '../../../../board.server.ts';
import { editedWorkshop, headOf } from '../../../../edited-workshop.server.ts';
import { editableKind, nameOf } from '../../../../editable.server.ts';
import { likelyRecommendations } from '../../../../likely.server.ts';
import { sentence } from '../../../../forms.server.ts';

/** What was just done, by its word in the address. */
const steps: Record<string, (given: { count: number; place: number }) => string> = {
  gathered: m.events_board_done_gathered,
  moved: m.events_board_done_moved,
  merged: () => m.events_board_done_merged(),
  split: () => m.events_board_done_split(),
  adopted: () => m.events_board_done_adopted(),
  back: () => m.events_board_done_back(),
  left: () => m.events_board_done_left(),
  reopened: () => m.events_board_done_reopened(),
  settled: () => m.events_board_done_settled(),
};

export const load = async (event) => {
  const { locals, url } = event;
  const { workshop, edits } = await recordedWorkshop(event);
  const { db, locale } = locals;
  const conclusions = await listConclusions(db.reader, workshop.id);
  const step = url.searchParams.get('done') ?? '';
  const [count, place] = ['count', 'place'].map((name) => Number(url.searchParams.get(name) ?? 0)) as [
    number,
    number,
  ];
  const entries = await shownBoard(locals, workshop.id);
  return {
    ...headOf(workshop),
    edits,
    takesBack: workshop.status !== 'published',
    entries,
    likely: edits ? await likelyOfDrafts(locals, entries) : new Map(),
    conclusions: conclusions.map((row) => {
      const name = nameOf(editableKind('conclusions'), row, locale);
      return {
        value: row.id,
        label: name?.text ?? '',
        ...(name?.fallback && { lang: name.lang, dir: name.dir }),
      };
    }),
    waiting: edits ? (await listUngathered(db.reader, workshop.id)).length : 0,
    done:
      Object.hasOwn(steps, step) && Number.isSafeInteger(count) && Number.isSafeInteger(place)
        ? steps[step]!({ count, place })
        : null,
  };
};

/** How many drafts are compared with the register: each comparison reads all its titles. */
const COMPARED = 8;

/** What the register may hold already of the drafts that would become recommendations, by the draft. */
async function likelyOfDrafts(locals: App.Locals, entries: readonly ShownEntry[]) {
  const drafts = entries.filter(({ kind, status }) => kind === 'recommendation' && status === 'draft');
  const found = new Map<string, Awaited<ReturnType<typeof likelyRecommendations>>>();
  for (const { id, text_fr, text_ar, text_en } of drafts.slice(0, COMPARED)) {
    const title = { fr: text_fr ?? undefined, ar: text_ar ?? undefined, en: text_en ?? undefined };
    const likely = await likelyRecommendations(locals, title);
    if (likely.length > 0) found.set(id, likely);
  }
  return found;
}

type Event = RequestEvent & { params: { slug: string } };

/** Does one thing with the board, and comes back to it. */
async function changed<Done extends object>(
  event: Event,
  step: string,
  work: (workshopId: string, form: FormData) => Promise<Outcome<Done>>,
  place: (done: Done) => string | null = () => null,
) {
  const workshop = await editedWorkshop(event);
  const outcome = await work(workshop.id, await event.request.formData());
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
  const told = ['place', 'count']
    .filter((name) => name in outcome)
    .map((name) => `&${name}=${String((outcome as Record<string, unknown>)[name])}`)
    .join('');
  const row = place(outcome);
  const page = localized(`/workshops/${workshop.slug}/board`, event.locals.locale);
  redirect(303, `${page}?done=${step}${told}${row ? `#row-${row}` : ''}`);
}

const seen = (form: FormData): SeenEntry => ({
  id: String(form.get('id')),
  version: Number(form.get('version')),
});

const own = ({ id }: { id: string }) => id;

export const actions = {
  gather: (event) =>
    changed(event, 'gathered', (workshopId) =>
      gatherEntries(event.locals.db, event.locals.actor, { workshopId }),
    ),
  move: (event) =>
    changed(
      event,
      'moved',
      (_, form) => {
        const [id = '', by, places = '1'] = String(form.get('move')).split(':');
        const move = { id, by: by === '-1' ? -1 : 1, places: Number(places) } as const;
        return moveEntry(event.locals.db, event.locals.actor, move);
      },
      own,
    ),
  merge: (event) =>
    changed(
      event,
      'merged',
      (workshopId, form) =>
        mergeEntries(event.locals.db, event.locals.actor, {
          workshopId,
          ids: form.getAll('ids').map(String),
        }),
      own,
    ),
  split: (event) =>
    changed(
      event,
      'split',
      (_, form) => {
        const wordingFor = String(form.get('wordingFor') ?? '') || undefined;
        return splitEntry(event.locals.db, event.locals.actor, { ...seen(form), wordingFor });
      },
      own,
    ),
  adopt: (event) =>
    changed(event, 'adopted', async (_, form) => {
      const conclusionId = String(form.get('conclusion') ?? '') || undefined;
      return adopt(event.locals.db, event.locals.actor, { ...seen(form), conclusionId });
    }),
  back: (event) =>
    changed(
      event,
      'back',
      async (_, form) =>
        takeBack(event.locals.db, event.locals.actor, seen(form), await References.of(event.locals.db)),
      own,
    ),
  leave: (event) =>
    changed(event, 'left', (_, form) => leaveEntry(event.locals.db, event.locals.actor, seen(form)), own),
  reopen: (event) =>
    changed(
      event,
      'reopened',
      (_, form) => reopenEntry(event.locals.db, event.locals.actor, seen(form)),
      own,
    ),
  settle: (event) =>
    changed(
      event,
      'settled',
      (_, form) =>
        settleSource(event.locals.db, event.locals.actor, {
          sourceId: String(form.get('source')),
          entry: seen(form),
          take: form.get('take') === '1',
        }),
      own,
    ),
};

import { AsyncResource } from 'node:async_hooks';
import { redirect } from '@sveltejs/kit';
import { problemWord } from '#follow-up/register/components/words.ts';
import { registerPdf } from '#follow-up/register-papers/exports.server.ts';
import { registerCsv, registerJson, registerXlsx } from '#follow-up/register/exports.server.ts';
import type { Register, View } from '#follow-up/register/model.ts';
import { filters as registerFilters, isNarrowed, viewQuery } from '#follow-up/register/model.ts';
import {
  askedOf,
  countAsked,
  isLed,
  listAskedIds,
  readAskedPart,
  type Asked,
} from '#follow-up/register/queries.server.ts';
import { listSavedViews } from '#follow-up/saved-views/queries.server.ts';
import { readChoices } from '#follow-up/view-choices/queries.server.ts';
import { dayOf } from '#platform/clock/due.ts';
import { localized } from '#platform/locale/address.ts';
import { pageQuery } from '#ui/paging.ts';
import { demonstrates, exercises, markedName } from './exercise.server.ts';
import { pageAsked, partAsked } from './paging.server.ts';
import { recalled } from './recalled.server.ts';

/** What an address asks of a register, as its reader may read it today. */
export function viewAsked(locals: App.Locals, url: URL, register: Register): Promise<Asked> {
  const today = dayOf(locals.clock());
  return askedOf(locals.db.reader, locals.actor, { register, query: url.searchParams, today });
}

/** A register as an address asks for it; an address that says it in another way leads to the one there is. */
export async function registerAt(locals: App.Locals, url: URL, register: Register) {
  const asked = await viewAsked(locals, url, register);
  leadToCanonical(locals, url, asked);
  const part = partAsked(url);
  const held = isLed(asked)
    ? await readAskedPart(locals.db.reader, locals.actor, asked, part)
    : { counted: await countedAt(locals, asked), ids: null };
  const { paging } = pageAsked(locals, url, held.counted.total, inOrder(asked.view));
  const ids = held.ids ?? (await listAskedIds(locals.db.reader, locals.actor, asked, part));
  const choices = await choicesOf(locals, register);
  const saved = locals.account ? await listSavedViews(locals.db.reader, locals.actor, register) : null;
  return { asked, counted: held.counted, choices, saved, paging, ids };
}

/** Counts a view; the whole register is counted again only once something in it has changed. */
function countedAt(locals: App.Locals, asked: Asked) {
  const { db, actor } = locals;
  if (isNarrowed(asked.view)) return countAsked(db.reader, actor, asked);
  // What nothing narrows names no record: it is read of whole tables, and any change of one of them lets go of it.
  return recalled(locals, `register-counts ${asked.register}`, (from) =>
    countAsked(from.db.reader, from.actor, asked),
  );
}

/** What a register may be narrowed to by its reader. */
export function choicesOf(locals: App.Locals, register: Register) {
  return recalled(locals, `register-choices ${register}`, ({ db, actor }) =>
    readChoices(db.reader, actor, register),
  );
}

/** Leads to the one address of a view; what can't be meant is told where it was asked. */
export function leadToCanonical(locals: App.Locals, url: URL, { register, view, problems }: Asked): void {
  if (problems.length > 0) return;
  const page = url.searchParams.get('page');
  const filters = viewQuery(view);
  const given = new URLSearchParams(url.searchParams);
  given.delete('page');
  // A name that is no filter and has no value asks for nothing.
  for (const [name, value] of url.searchParams)
    if (value === '' && !Object.hasOwn(registerFilters[register], name)) given.delete(name);
  if (given.toString() !== filters)
    redirect(302, localized(locals.address, locals.locale) + pageQuery({ filters }, Number(page ?? 1) || 1));
}

function inOrder(view: View): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(viewQuery(view)));
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
} as const;

/** A view as a file. What its address can't mean is refused: a file of more than was asked for would mislead. */
export async function registerFile(
  locals: App.Locals,
  url: URL,
  register: Register,
  type: keyof typeof types,
): Promise<Response> {
  const asked = await viewAsked(locals, url, register);
  if (asked.problems.length > 0) {
    const sentences = asked.problems.map((problem) => problemWord(register, problem));
    return new Response(sentences.join('\n'), {
      status: 400,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const { actor, db, publicUrl } = locals;
  const origin = { db: db.reader, actor, asked, publicUrl };
  const at = locals.clock();
  const name = await markedName(locals, `${register}-${asked.today}-${locals.locale}.${type}`);
  const body = {
    csv: () => streamed(registerCsv(origin)),
    xlsx: () => streamed(registerXlsx(origin, at)),
    json: () => streamed(registerJson(origin, at)),
    pdf: async () => {
      const [exercise, demonstration] = [await exercises(locals), await demonstrates(locals)];
      return registerPdf(origin, { publicUrl, exercise, demonstration });
    },
  };
  return new Response(await body[type](), {
    headers: {
      'content-type': types[type],
      'content-disposition': `inline; filename="${name}"`,
      // It is of a day and may be large: whoever asks gets it made, and it is kept nowhere.
      'cache-control': 'private, no-store',
    },
  });
}

/** Parts of a file as they are made, no faster than they are taken. */
function streamed(parts: AsyncGenerator<string | Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  // The words are those of the request, which may be over when they are taken.
  const next = AsyncResource.bind(() => parts.next());
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

import { createHash } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { applyNotes, previewNotes } from '#events/minutes-files/imports.server.ts';
import { listLate } from '#events/minutes-versions/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { sentence } from '../../../../../../forms.server.ts';
import { importedFile } from '../../../../../../imported-file.server.ts';
import { minutesHead, openedMinutes } from '../../../../../../written-minutes.server.ts';

export const load = async (event) => {
  const found = await openedMinutes(event, event.params);
  return { ...minutesHead(found), late: await listLate(event.locals.db.reader, found.minutes.id) };
};

type Event = Parameters<typeof openedMinutes>[0] & {
  params: { slug: string; anchor: string };
  request: Request;
};

async function looked(event: Event) {
  const { minutes } = await openedMinutes(event, event.params);
  const sent = await importedFile(event);
  if (!sent) return { problem: fail(429, { problem: sentence('platform_file_too_many') }) };
  const outcome = await previewNotes(event.locals.db.reader, sent.bytes, minutes.id);
  if (!outcome.ok) return { problem: fail(422, { problem: sentence(outcome.reason) }) };
  const digest = createHash('sha256').update(sent.bytes).digest('hex');
  return { sent, preview: outcome.preview, digest };
}

export const actions = {
  preview: async (event) => {
    const found = await looked(event);
    if ('problem' in found) return found.problem;
    const { preview, digest, sent } = found;
    return { preview: { notes: preview.notes, known: preview.known }, digest, held: sent.held };
  },
  confirm: async (event) => {
    const found = await looked(event);
    if ('problem' in found) return found.problem;
    if (found.sent.form.get('digest') !== found.digest)
      return fail(422, { problem: sentence('events_minutes_problem_other_file') });
    const outcome = await applyNotes(event.locals.db, event.locals.actor, found.preview, event.locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    const page = `/workshops/${event.params.slug}/minutes/${event.params.anchor}`;
    // Whoever brings notes that come too late is shown where they lie.
    const place = outcome.outcomes.has('late') ? `${page}/file` : page;
    redirect(303, localized(place, event.locals.locale) + (place === page ? '' : '#late'));
  },
};

import { error, fail, redirect } from '@sveltejs/kit';
import { contestedFields, type EntryContent } from '#events/minutes-entries/model.ts';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';
import { listVersions } from '#events/minutes-versions/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { isId, newId } from '#platform/records/uuid.ts';
import { sentence } from '../../../../../../forms.server.ts';
import { minutesHead, openedMinutes } from '../../../../../../written-minutes.server.ts';

/** The entry that the address asks for, with everything that was written of it. */
async function asked(
  event: Parameters<typeof openedMinutes>[0] & { params: { slug: string; anchor: string } },
) {
  const found = await openedMinutes(event, event.params);
  const entry = event.url.searchParams.get('entry');
  if (!isId(entry)) error(404, 'not-found');
  const versions = await listVersions(event.locals.db.reader, found.minutes.id, entry);
  if (versions.length === 0) error(404, 'not-found');
  return { found, entry, versions };
}

export const load = async (event) => {
  const { found, entry, versions } = await asked(event);
  const made = versions.filter(({ content }) => content !== null);
  const wanted = (name: string) => Number(event.url.searchParams.get(name));
  const at = (version: number) => made.find((one) => one.version === version);
  return {
    ...minutesHead(found),
    open: found.minutes.status === 'open',
    entry,
    versions,
    compared: {
      left: at(wanted('left')) ?? made[1] ?? null,
      right: at(wanted('right')) ?? made[0] ?? null,
    },
  };
};

export const actions = {
  /** Writes the texts of a version again, as a change like any other. */
  default: async (event) => {
    const { found, entry, versions } = await asked(event);
    const version = Number((await event.request.formData()).get('version'));
    const former = versions.find((one) => one.version === version)?.content;
    const latest = versions.find(({ content }) => content !== null);
    if (!former || !latest) error(404, 'not-found');
    const fields = ['kind', 'text_original', 'consent', 'removed', ...contestedFields] as const;
    const set = Object.fromEntries(fields.map((field) => [field, former[field]])) as Partial<EntryContent>;
    const at = event.locals.clock().toISOString();
    const operation = { id: newId(), entry, base: latest.version ?? 0, set, writtenAt: at };
    const request = { minutesId: found.minutes.id, device: newId(), since: 0, sentAt: at, entry };
    const outcome = await syncMinutes(
      event.locals.db,
      event.locals.actor,
      { ...request, operations: [operation] },
      event.locals.clock,
    );
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    if (outcome.answer.outcomes[0]?.outcome === 'late')
      return fail(422, { problem: sentence('events_minutes_problem_not_open') });
    const page = localized(
      `/workshops/${event.params.slug}/minutes/${event.params.anchor}`,
      event.locals.locale,
    );
    redirect(303, `${page}#entry-${entry}`);
  },
};

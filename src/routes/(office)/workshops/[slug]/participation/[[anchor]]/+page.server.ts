import { error, type RequestEvent } from '@sveltejs/kit';
import { listWritable } from '#events/minutes/queries.server.ts';
import { recordParticipation } from '#events/participation/changes.server.ts';
import {
  formRow,
  linesIn,
  linesOf,
  participationFields,
  withBlankLines,
} from '#events/participation/components/fields.ts';
import { countsAt, listCounts } from '#events/participation/queries.server.ts';
import { readPublishedParticipation } from '#events/published-participation/queries.server.ts';
import { mayRecordWorkshop } from '#events/queries.server.ts';
import { listItems } from '#events/programme/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { listAllTerritories } from '#network/territories/queries.server.ts';
import { freshForm } from '#platform/forms/state.ts';
import { readForm, valuesOf } from '#platform/forms/values.ts';
import { read } from '#platform/locale/reader.ts';
import type { Problem } from '#platform/records/outcome.ts';
import { requireAccount, requireRight } from '../../../../../account.server.ts';
import { addressed } from '../../../../../addressed.server.ts';
import { keepForLater, openForm, submit } from '../../../../../forms.server.ts';
import { orderedOptions } from '../../../../../options.server.ts';

type Asked = Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string; anchor?: string } };

/** What is counted, for those who may: the workshop as a whole, or the session that the address names. */
async function counted({ locals, params, url }: Asked) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const workshop = await addressed(locals, 'workshops', params.slug, (id) =>
    readWorkshop(db.reader, actor, id),
  );
  const [mayWhole, writable] = await Promise.all([
    mayRecordWorkshop(db.reader, actor, workshop.id),
    listWritable(db.reader, actor, workshop.id),
  ]);
  const sessions = writable.map(({ item }) => item);
  const item = sessions.find(({ anchor }) => anchor === params.anchor) ?? null;
  if (params.anchor !== undefined && !item && sessions.length > 0) error(404, 'not-found');
  requireRight(item !== null || (params.anchor === undefined && mayWhole));
  const subject = { workshopId: workshop.id, itemId: item?.id ?? null };
  const lines = await listCounts(db.reader, actor, subject);
  const territories = await listAllTerritories(db.reader);
  const levels = new Map(territories.map(({ id, level }) => [id, level]));
  return { workshop, sessions, mayWhole, item, subject, lines, territories, levels, own: item ?? workshop };
}

const pageOf = (slug: string, anchor: string | undefined) =>
  `/workshops/${slug}/participation${anchor === undefined ? '' : `/${anchor}`}`;

export const load = async (event) => {
  const { locals, url } = event;
  const { workshop, sessions, mayWhole, item, lines, territories, levels, own } = await counted(event);
  const ids = lines.map(({ id }) => id);
  const values = valuesOf(
    participationFields(withBlankLines(ids), item !== null),
    formRow(own, lines, levels),
  );
  const items = await listItems(locals.db.reader, workshop.id);
  const published = await readPublishedParticipation(locals.db.reader, workshop, items);
  return {
    workshop: { slug: workshop.slug, name: read(workshop, 'title') },
    item: item && { id: item.id, anchor: item.anchor, name: read(item, 'title') },
    places: [
      ...(mayWhole ? [{ anchor: undefined, name: null }] : []),
      ...sessions.map((session) => ({ anchor: session.anchor, name: read(session, 'title') })),
    ],
    territories: orderedOptions(territories, 'name', locals.locale),
    form: await openForm(event, values, own.version),
    published: (item ? published.sessions.get(item.id) : published.whole) ?? null,
    named: published.territories,
    saved: url.searchParams.has('saved'),
  };
};

/** What was sent after its session had ended comes back once its author signs in again. */
function kept(event: RequestEvent & Asked) {
  const { slug, anchor } = event.params;
  const fields = (sent: FormData) => participationFields(linesIn(sent.keys()), anchor !== undefined);
  return keepForLater(event, fields, pageOf(slug, anchor));
}

export const actions = {
  save: async (event) => {
    const { locals, params } = event;
    const isSession = params.anchor !== undefined;
    const address = pageOf(params.slug, params.anchor);
    if (!locals.account) return kept(event);
    const { workshop, item, subject, lines, levels, own } = await counted(event);
    const standing = new Set(lines.map(({ id }) => id));
    return submit(event, {
      // Those that stand are asked as well: somebody else may have added them since the form was opened.
      fields: (sent) => participationFields([...new Set([...linesIn(sent.keys()), ...standing])], isSession),
      address,
      edited: {
        id: own.id,
        row: formRow(own, lines, levels),
        before: async (version) => {
          const then = await countsAt(locals.db.reader, subject, version);
          return then && formRow(then.row, then.counts, levels);
        },
      },
      work: async ({ attendance, counts }, version) => {
        const meant = linesOf(counts, standing);
        const outcome = await recordParticipation(locals.db, locals.actor, {
          workshopId: workshop.id,
          ...(item && { itemId: item.id }),
          version: version ?? own.version,
          attendance: attendance as never,
          counts: meant.map(({ line }) => line),
        });
        if (outcome.ok) return outcome;
        const inForm = (field: string) =>
          field.replace(/^counts\.(\d+)/, (_, index) => `counts.${meant[Number(index)]!.row}`);
        return {
          ...outcome,
          ...(outcome.field && { field: inForm(outcome.field) }),
          ...(outcome.problems && {
            problems: outcome.problems.map((problem): Problem => ({
              ...problem,
              field: inForm(problem.field),
            })),
          }),
        };
      },
      goTo: () => `${pageOf(workshop.slug, item?.anchor)}?saved=1`,
    });
  },

  /** Adds blank lines to a form that is not saved yet, or takes one away: it comes back with all that was typed. */
  lines: async (event) => {
    if (!event.locals.account) return kept(event);
    const { item } = await counted(event);
    const sent = await event.request.formData();
    const removed = sent.get('remove');
    const rows = linesIn(sent.keys()).filter((row) => row !== removed);
    const shown = sent.has('add') ? withBlankLines(rows) : rows;
    const version = Number(sent.get('version'));
    const values = readForm(participationFields(shown, item !== null), sent);
    return { form: freshForm(values, version > 0 ? version : null) };
  },
};

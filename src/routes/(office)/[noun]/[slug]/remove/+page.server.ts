import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { References } from '#network/references/queries.server.ts';
import { surroundingsOf } from '#network/removals/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { crumbsOf } from '../../../../crumbs.server.ts';
import { editableKind, placesOf, recordAt } from '../../../../editable.server.ts';
import { sentence } from '../../../../forms.server.ts';
import { namedRecords } from '../../../../referrers.server.ts';

/** How many of the records that hold one are named. */
const NAMED = 30;

type Asked = Pick<RequestEvent, 'locals' | 'url'> & { params: { noun: string; slug: string } };

/** The record at an address, for those who may remove it. */
async function removedAt({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const kind = editableKind(params.noun);
  const { removal } = kind;
  if (!removal) error(404, 'not-found');
  const row = await recordAt(locals, kind, params.slug);
  requireRight(await removal.may(locals, row.id));
  return { kind, row, removal };
}

export const load = async (event) => {
  const { locals } = event;
  const { kind, row, removal } = await removedAt(event);
  const references = await References.of(locals.db);
  const record = { kind: kind.kind, id: row.id };
  const { referrers, parts } = await surroundingsOf(locals.db.reader, references, record, removal.parts);
  return {
    crumbs: crumbsOf(kind, row, locals.locale),
    edit: `/${kind.noun}/${row.slug}/edit`,
    version: row.version,
    erases: removal.erases?.() ?? null,
    referrers: await namedRecords(locals, referrers.slice(0, NAMED)),
    more: Math.max(0, referrers.length - NAMED),
    links: parts.filter((part) => part.kind === 'links').length,
  };
};

export const actions = {
  default: async (event) => {
    const { locals, request } = event;
    const { kind, row, removal } = await removedAt(event);
    const version = Number((await request.formData()).get('version'));
    const references = await References.of(locals.db);
    const { db, actor, clock } = locals;
    const outcome = await removal.remove(db, actor, { id: row.id, version }, references, clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(placesOf(kind, row).list, locals.locale) + (removal.done ?? ''));
  },
};

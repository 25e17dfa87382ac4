import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { linkRecord, moveLink, unlinkRecord, type LinkRight } from '#network/links/changes.server.ts';
import { targets, type Relation } from '#network/links/model.ts';
import { listLinksFrom } from '#network/links/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import type { Outcome } from '#platform/records/outcome.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { crumbsOf } from '../../../../crumbs.server.ts';
import { editableKind, recordAt } from '../../../../editable.server.ts';
import { sentence } from '../../../../forms.server.ts';
import { linkable } from '../../../../linkable.server.ts';

type Asked = Pick<RequestEvent, 'locals' | 'url'> & { params: { noun: string; slug: string } };

/** The record at an address with what it is linked by, for those who may change it. */
async function linkedAt({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const kind = editableKind(params.noun);
  if (!kind.links) error(404, 'not-found');
  const row = await recordAt(locals, kind, params.slug);
  requireRight(await kind.mayEdit(locals, row.id));
  return {
    kind,
    row,
    relations: kind.links.relations(locals.actor),
    right: kind.links.right(locals.actor, locals.clock),
  };
}

export const load = async (event) => {
  const { locals } = event;
  const { kind, row, relations } = await linkedAt(event);
  const links = await listLinksFrom(locals.db.reader, row.id, relations);
  const options = await linkable(locals, relations);
  return {
    crumbs: crumbsOf(kind, row, locals.locale),
    options,
    relations: relations.map((relation) => ({
      relation,
      kind: targets[relation],
      links: links
        .filter((link) => link.relation === relation)
        .map((link) => ({
          id: link.id,
          toId: link.to_id,
          removable: true,
          to: options[targets[relation]]!.find(({ value }) => value === link.to_id),
        })),
    })),
  };
};

/** Does one thing with the record's links and comes back to the list. */
async function changed(
  event: Asked & { request: Request },
  work: (fromId: string, form: FormData, right: LinkRight) => Promise<Outcome<{ id: string }>>,
) {
  const { locals, request } = event;
  const { row, right } = await linkedAt(event);
  const form = await request.formData();
  const relation = String(form.get('relation'));
  const outcome = await work(row.id, form, right);
  if (!outcome.ok) return fail(422, { relation, problem: sentence(outcome.reason) });
  redirect(303, `${localized(locals.address, locals.locale)}#${encodeURIComponent(relation)}`);
}

export const actions = {
  add: (event) =>
    changed(event, (fromId, form, right) =>
      linkRecord(
        event.locals.db,
        event.locals.actor,
        { fromId, relation: String(form.get('relation')) as Relation, toId: String(form.get('to')) },
        right,
      ),
    ),
  remove: (event) =>
    changed(event, (fromId, form, right) =>
      unlinkRecord(event.locals.db, event.locals.actor, { fromId, linkId: String(form.get('link')) }, right),
    ),
  move: (event) =>
    changed(event, (fromId, form, right) =>
      moveLink(
        event.locals.db,
        event.locals.actor,
        { fromId, linkId: String(form.get('link')), by: form.get('by') === 'up' ? 'up' : 'down' },
        right,
      ),
    ),
};

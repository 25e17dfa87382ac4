import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { follow, unfollow } from '#follow-up/follows/changes.server.ts';
import { followable } from '#follow-up/follows/model.ts';
import { isFollowing } from '#follow-up/follows/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { requireAccount } from '../../../../account.server.ts';
import { crumbsOf } from '../../../../crumbs.server.ts';
import { editableKind, recordAt } from '../../../../editable.server.ts';
import { sentence } from '../../../../forms.server.ts';

type Asked = RequestEvent & { params: { noun: string; slug: string } };

/** The record at an address, for whoever reads it. */
async function followedAt(event: Asked) {
  const noun = followable.find((one) => one === event.params.noun) ?? error(404, 'not-found');
  const kind = editableKind(noun);
  return { kind, noun, row: await recordAt(event.locals, kind, event.params.slug) };
}

export const load = async (event) => {
  const { kind, noun, row } = await followedAt(event);
  const { account, db, locale } = event.locals;
  return {
    noun,
    crumbs: crumbsOf(kind, row, locale),
    /** Null for whoever is not signed in, who reads what that is good for first. */
    following: account && (await isFollowing(db.reader, account.id, row.id)),
    back: event.url.pathname,
  };
};

/** Does it, and comes back to the record. */
async function done(event: Asked, work: typeof follow | typeof unfollow) {
  requireAccount(event);
  const { locals } = event;
  const { noun, row } = await followedAt(event);
  const outcome = await work(locals.db, locals.actor, { kind: noun, id: row.id });
  if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
  redirect(303, localized(`/${noun}/${row.slug}`, locals.locale));
}

export const actions = {
  follow: (event) => done(event, follow),
  unfollow: (event) => done(event, unfollow),
};

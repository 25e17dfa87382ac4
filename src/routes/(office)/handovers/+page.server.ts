import { fail, redirect } from '@sveltejs/kit';
import { openHandover } from '#follow-up/handovers/changes.server.ts';
import type { HandedScope } from '#follow-up/handovers/model.ts';
import { mayCoordinate, ownHanded } from '#follow-up/handovers/policy.ts';
import { listOpenHandovers } from '#follow-up/handovers/queries.server.ts';
import { listVacancies } from '#follow-up/vacancies/queries.server.ts';
import { localized } from '#platform/locale/address.ts';
import { requireAccount } from '../../account.server.ts';
import { sentence } from '../../forms.server.ts';
import { namesIn } from '../../handovers.server.ts';
import { nameOfPlace, namesOfPlaces } from '../../places.server.ts';

export const load = async (event) => {
  const { locals } = event;
  requireAccount(event);
  const { actor, db, locale } = locals;
  const handovers = await listOpenHandovers(db.reader, actor);
  const names = await namesIn(locals, handovers);
  const held = ownHanded(actor);
  const byPlace = Map.groupBy(held, ({ scope, on }) => `${scope}:${on}`);
  const placeNames = await namesOfPlaces(locals, held, locale);
  return {
    handovers: handovers.map((row, at) => ({ id: row.id, begun: row.created_at, ...names[at]! })),
    own: [...byPlace.values()]
      .filter(([grant]) => !handovers.some((row) => row.account_id === actor.id && row.on_id === grant!.on))
      .map((grants) => ({
        id: grants[0]!.on,
        account: actor.id,
        scope: grants[0]!.scope,
        roles: grants.map(({ role }) => role),
        place: nameOfPlace(placeNames, grants[0]!),
      })),
    coordinates: mayCoordinate(actor),
    vacancies: (await listVacancies(db.reader, actor)).map((row) => ({
      ...row,
      isOpen: handovers.some(({ account_id, on_id }) => account_id === null && on_id === row.id),
    })),
  };
};

export const actions = {
  /** Begins a handover: of one's own roles, of somebody else's, or for an institution that has nobody. */
  open: async (event) => {
    const { locals, request } = event;
    requireAccount(event);
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const accountId = text('account') || undefined;
    const input = { scope: text('scope') as HandedScope, on: text('on'), ...(accountId && { accountId }) };
    const outcome = await openHandover(locals.db, locals.actor, input, locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(`/handovers/${outcome.id}`, locals.locale));
  },
};

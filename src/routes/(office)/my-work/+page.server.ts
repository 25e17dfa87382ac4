import { fail, redirect } from '@sveltejs/kit';
import { mayEnterDebates } from '#deliberation/debates/policy.ts';
import { listReportedWorkshops } from '#events/minutes/queries.server.ts';
import { listEditableWorkshops } from '#events/workshops/queries.server.ts';
import { mayCreateWorkshops } from '#events/policy.ts';
import { keepsRegister } from '#follow-up/policy.ts';
import { listOwnCommitments } from '#follow-up/own-commitments/queries.server.ts';
import { mayCommit } from '#follow-up/commitments/policy.ts';
import { mayCoordinate, mayHandOver } from '#follow-up/handovers/policy.ts';
import { listSavedViews } from '#follow-up/saved-views/queries.server.ts';
import { acceptInvitation } from '#network/acceptances/changes.server.ts';
import { mayGiveSomewhere } from '#network/grants/policy.ts';
import { listOffers } from '#network/invitations/queries.server.ts';
import { listOwnOrganisations } from '#network/organisations/queries.server.ts';
import { mayAddToNetwork, mayEditNetwork, mayEditOrganisations } from '#network/policy.ts';
import { isAdministrator } from '#platform/actor/actor.ts';
import { localized } from '#platform/locale/address.ts';
import { mailStore } from '#platform/services/mail.server.ts';
import { requireAccount } from '../../account.server.ts';
import { whyLocked } from '../../administrator.server.ts';
import { dutiesOf } from '../../duties.server.ts';
import { sentence } from '../../forms.server.ts';
import { nameOfPlace, namesOfPlaces } from '../../places.server.ts';

/** How many commitments the page offers to report on; the register has the others. */
const REPORTABLE_MOST = 8;

export const load = async (event) => {
  const { locals } = event;
  const account = requireAccount(event);
  const { actor, db, locale } = locals;
  const offers = (await listOffers(db.reader, account.personal_email, locals.clock())).map((row) => ({
    ...row,
    on: row.on_id,
  }));
  const names = await namesOfPlaces(locals, [...actor.grants, ...offers], locale);
  return {
    duties: await dutiesOf(locals),
    roles: actor.grants.map((grant) => ({
      id: [grant.role, grant.on, grant.instead?.account ?? '', grant.instead?.role ?? ''].join('-'),
      role: grant.role,
      place: nameOfPlace(names, grant),
      until: null,
      isInstead: grant.instead !== undefined,
    })),
    offers: offers.map((offer) => ({
      id: offer.id,
      role: offer.role,
      place: nameOfPlace(names, offer),
      until: offer.expires_at,
      isInstead: false,
    })),
    workshops: await listEditableWorkshops(db.reader, actor, locals.clock()),
    reported: await listReportedWorkshops(db.reader, actor),
    saved: await listSavedViews(db.reader, actor),
    organisations: await listOwnOrganisations(db.reader, actor),
    mayCreate: mayCreateWorkshops(actor),
    mayAdd: mayAddToNetwork(actor),
    mayMerge: mayEditNetwork(actor),
    mayImport: mayEditOrganisations(actor),
    mayInvite: mayGiveSomewhere(actor),
    handsOver: mayHandOver(actor),
    coordinates: mayCoordinate(actor),
    commits: mayCommit(actor),
    // Whoever keeps the register may do all of it, and comes for other things first.
    speaks: mayCommit(actor) && !keepsRegister(actor),
    debates: mayEnterDebates(actor),
    reportable: await listOwnCommitments(db.reader, actor, REPORTABLE_MOST),
    lacksMail:
      isAdministrator(actor) && !(await whyLocked(locals)) && (await mailStore().settings()) === null,
  };
};

export const actions = {
  /** Takes a role that was offered to this account. */
  accept: async (event) => {
    const { locals, request } = event;
    const account = requireAccount(event);
    const id = String((await request.formData()).get('id') ?? '');
    const outcome = await acceptInvitation(locals, account.id, { id });
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, `${localized('/my-work', locals.locale)}#roles`);
  },
};

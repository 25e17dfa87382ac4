import { listEditableWorkshops } from '#events/workshops/queries.server.ts';
import { mayCreateWorkshops } from '#events/policy.ts';
import { mayAddToNetwork } from '#network/policy.ts';
import { formStore } from '#platform/services/forms.server.ts';
import { requireAccount } from '../../account.server.ts';

export const load = async (event) => {
  const { locals } = event;
  const account = requireAccount(event);
  return {
    drafts: await formStore().list(account.id),
    workshops: await listEditableWorkshops(locals.db.reader, locals.actor, locals.clock()),
    mayCreate: mayCreateWorkshops(locals.actor),
    mayAdd: mayAddToNetwork(locals.actor),
  };
};

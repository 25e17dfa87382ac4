import type { RequestEvent } from '@sveltejs/kit';
import { listOutcomes, readInitiative } from '#network/initiatives/queries.server.ts';
import { mayEditNetwork } from '#network/policy.ts';
import { read } from '#platform/locale/reader.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { addressed } from '../../../../addressed.server.ts';
import { openParts, submitPart } from '../../../../parts.server.ts';

/** The initiative at an address, for those who may change it. */
async function editedAt({ locals, url, params }: RequestEvent & { params: { slug: string } }) {
  requireAccount({ locals, url });
  requireRight(mayEditNetwork(locals.actor));
  return addressed(locals, 'initiatives', params.slug, (id) => readInitiative(locals.db.reader, id));
}

export const load = async (event) => {
  const initiative = await editedAt(event);
  return {
    slug: initiative.slug,
    name: read(initiative, 'name'),
    ...(await openParts(event, {
      noun: 'outcomes',
      parent: { initiative_id: initiative.id },
      rows: await listOutcomes(event.locals.db.reader, initiative.id),
      mayEdit: () => true,
    })),
  };
};

export const actions = {
  default: async (event) => {
    // Whoever's session has ended is led to sign in, with what was typed.
    if (!event.locals.account) return submitPart(event, 'outcomes', {});
    const { id } = await editedAt(event);
    return submitPart(event, 'outcomes', { initiativeId: id });
  },
};

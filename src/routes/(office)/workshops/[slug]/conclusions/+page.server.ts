import type { RequestEvent } from '@sveltejs/kit';
import { listConclusions, writableConclusions } from '#events/conclusions/queries.server.ts';
import { sessionsToRecord } from '#events/queries.server.ts';
import { readUptakes } from '#follow-up/conclusions/queries.server.ts';
import { readWorkshop } from '#events/workshops/queries.server.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { addressed } from '../../../../addressed.server.ts';
import { headOf } from '../../../../edited-workshop.server.ts';
import { openParts, submitPart } from '../../../../parts.server.ts';

type Asked = RequestEvent & { params: { slug: string } };

/** The workshop at an address, for those who write conclusions of it or of a session of it. */
async function recordedAt({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const workshop = await addressed(locals, 'workshops', params.slug, (id) =>
    readWorkshop(db.reader, actor, id),
  );
  const sessions = await sessionsToRecord(db.reader, actor, workshop.id);
  requireRight(sessions === 'every' || sessions.length > 0);
  return workshop;
}

export const load = async (event) => {
  const { db, actor } = event.locals;
  const workshop = await recordedAt(event);
  const writable = new Set(await writableConclusions(db.reader, actor, workshop.id));
  const rows = await listConclusions(db.reader, workshop.id);
  return {
    uptakes: await readUptakes(db.reader, actor, rows),
    ...headOf(workshop),
    ...(await openParts(event, {
      noun: 'conclusions',
      parent: { workshop_id: workshop.id },
      rows,
      mayEdit: (id) => writable.has(id),
    })),
  };
};

export const actions = {
  default: async (event) => {
    const { account } = event.locals;
    // Whoever's session has ended is led to sign in, with what was typed.
    if (!account) return submitPart(event, 'conclusions', {});
    const { id } = await recordedAt(event);
    return submitPart(event, 'conclusions', { workshopId: id });
  },
};

import { error } from '@sveltejs/kit';
import { readUptakes } from '#follow-up/conclusions/queries.server.ts';
import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { chainOf } from '../../../../../chain.server.ts';
import { dossierAt } from '../../../../../dossier.server.ts';

export const load = async ({ params, locals }) => {
  const { workshop, conclusions } = await dossierAt(locals, params.slug);
  const conclusion = conclusions.find(({ id }) => id === params.id);
  if (!conclusion) error(404, 'not-found');
  const { db, actor } = locals;
  return {
    conclusion,
    // For readers the chain tells it; whoever is signed in may have to make it.
    uptakes: locals.account ? await readUptakes(db.reader, actor, [conclusion]) : null,
    chain: await chainOf(locals, { kind: 'conclusions', id: conclusion.id }),
    crumbs: [
      { href: localized('/workshops', locals.locale), label: m.events_workshops() },
      { href: localized(`/workshops/${workshop.slug}`, locals.locale), label: read(workshop, 'title') },
    ],
  };
};

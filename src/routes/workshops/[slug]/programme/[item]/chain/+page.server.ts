import { error } from '@sveltejs/kit';
import { readUptakes } from '#follow-up/conclusions/queries.server.ts';
import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { chainOf } from '../../../../../chain.server.ts';
import { dossierAt } from '../../../../../dossier.server.ts';

export const load = async ({ params, locals }) => {
  const { workshop, programme, conclusions } = await dossierAt(locals, params.slug);
  const item = programme.find(({ anchor }) => anchor === params.item);
  if (!item) error(404, 'not-found');
  const { db, actor } = locals;
  const concluded = conclusions.filter(({ item_id }) => item_id === item.id);
  return {
    // For readers the chain tells it; whoever is signed in may have to make it.
    conclusions: locals.account ? concluded : [],
    uptakes: locals.account ? await readUptakes(db.reader, actor, concluded) : new Map(),
    chain: await chainOf(locals, { kind: 'programme_items', id: item.id }),
    crumbs: [
      { href: localized('/workshops', locals.locale), label: m.events_workshops() },
      { href: localized(`/workshops/${workshop.slug}`, locals.locale), label: read(workshop, 'title') },
    ],
  };
};

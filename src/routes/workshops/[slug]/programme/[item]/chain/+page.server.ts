import { error } from '@sveltejs/kit';
import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { chainOf } from '../../../../../chain.server.ts';
import { dossierAt } from '../../../../../dossier.server.ts';

export const load = async ({ params, locals }) => {
  const { workshop, programme } = await dossierAt(locals, params.slug);
  const item = programme.find(({ anchor }) => anchor === params.item);
  if (!item) error(404, 'not-found');
  return {
    chain: await chainOf(locals, { kind: 'programme_items', id: item.id }),
    crumbs: [
      { href: localized('/workshops', locals.locale), label: m.events_workshops() },
      { href: localized(`/workshops/${workshop.slug}`, locals.locale), label: read(workshop, 'title') },
    ],
  };
};

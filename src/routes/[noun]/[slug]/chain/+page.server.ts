import { error } from '@sveltejs/kit';
import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import { chainOf } from '../../../chain.server.ts';
import { commitmentAt } from '../../../commitments/[slug]/dossier.server.ts';
import { dossierAt } from '../../../dossier.server.ts';
import { initiativeAt } from '../../../initiatives/[slug]/dossier.server.ts';
import { recommendationAt } from '../../../recommendations/[slug]/dossier.server.ts';

/** The records whose chain stands at an address of its own: how each is read, and where its kind is listed. */
const chained = {
  workshops: {
    at: async (locals: App.Locals, slug: string) => (await dossierAt(locals, slug)).workshop,
    list: m.events_workshops,
  },
  initiatives: {
    at: async (locals: App.Locals, slug: string) => (await initiativeAt(locals, slug)).initiative,
    list: m.publication_nav_initiatives,
  },
  recommendations: {
    at: async (locals: App.Locals, slug: string) => (await recommendationAt(locals, slug)).recommendation,
    list: m.publication_nav_recommendations,
  },
  commitments: {
    at: async (locals: App.Locals, slug: string) => (await commitmentAt(locals, slug)).commitment,
    list: m.follow_up_commitments,
  },
};

const isChained = (noun: string): noun is keyof typeof chained => Object.hasOwn(chained, noun);

export const load = async ({ params: { noun, slug }, locals }) => {
  if (!isChained(noun)) error(404, 'not-found');
  const { id } = await chained[noun].at(locals, slug);
  return {
    chain: await chainOf(locals, { kind: noun, id }),
    crumbs: [{ href: localized(`/${noun}`, locals.locale), label: chained[noun].list() }],
  };
};

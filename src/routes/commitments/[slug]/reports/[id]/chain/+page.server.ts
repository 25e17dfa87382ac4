import { m } from '#messages';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { chainOf } from '../../../../../chain.server.ts';
import { reportAt } from '../dossier.server.ts';

export const load = async ({ params, locals }) => {
  const { report, commitment, isOpen } = await reportAt(locals, params);
  const to = (address: string) => localized(address, locals.locale);
  return {
    chain: await chainOf(locals, { kind: 'reports', id: report.id }),
    crumbs: [
      { href: to('/commitments'), label: m.follow_up_commitments() },
      ...(isOpen ? [{ href: to(`/commitments/${commitment.slug}`), label: read(commitment, 'title') }] : []),
    ],
  };
};

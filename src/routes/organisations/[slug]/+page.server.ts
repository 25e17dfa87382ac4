import { listContributionsOf } from '#events/programme/queries.server.ts';
import { workshopsLinkedTo } from '#events/workshops/queries.server.ts';
import { readOutlook } from '#follow-up/commitment-outlooks/queries.server.ts';
import { commitmentsOfOrganisation } from '#follow-up/commitment-extents/queries.server.ts';
import { saidBy } from '../../said.server.ts';
import { READ, shortened } from '../../shortened.ts';
import { organisationAt } from './dossier.server.ts';

export const load = async ({ params, locals, url }) => {
  const db = locals.db.reader;
  const dossier = await organisationAt(locals, params.slug);
  const { id } = dossier.organisation;
  const [workshops, contributions, commitments, outlook, said] = await Promise.all([
    workshopsLinkedTo(db, locals.actor, id),
    listContributionsOf(db, locals.actor, 'organisation_id', id),
    commitmentsOfOrganisation(db, locals.actor, id, READ),
    readOutlook(db, locals.actor, { institution: dossier.organisation }, 0),
    saidBy(locals, url, id),
  ]);
  return { dossier, workshops, contributions, commitments: shortened(commitments), outlook, said };
};

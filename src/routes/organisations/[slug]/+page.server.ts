import { listContributionsOf } from '#events/programme/queries.server.ts';
import { workshopsLinkedTo } from '#events/workshops/queries.server.ts';
import { commitmentsOfOrganisation } from '#follow-up/commitments/queries.server.ts';
import { READ, shortened } from '../../shortened.ts';
import { organisationAt } from './dossier.server.ts';

export const load = async ({ params, locals }) => {
  const db = locals.db.reader;
  const dossier = await organisationAt(locals, params.slug);
  const { id } = dossier.organisation;
  const [workshops, contributions, commitments] = await Promise.all([
    workshopsLinkedTo(db, locals.actor, id),
    listContributionsOf(db, locals.actor, 'organisation_id', id),
    commitmentsOfOrganisation(db, locals.actor, id, READ),
  ]);
  return { dossier, workshops, contributions, commitments: shortened(commitments) };
};

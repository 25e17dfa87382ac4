import { askExtension, answerExtension, withdrawExtension } from '#follow-up/extensions/changes.server.ts';
import {
  createCommitment,
  deleteCommitment,
  updateCommitment,
} from '#follow-up/commitments/changes.server.ts';
import { readCommitment } from '#follow-up/commitments/queries.server.ts';
import { createShare } from '#follow-up/funding/changes.server.ts';
import { addImplementation } from '#follow-up/implementations/changes.server.ts';
import { nameMatch } from '#follow-up/matching/changes.server.ts';
import { createMilestone } from '#follow-up/milestones/changes.server.ts';
import { createParty } from '#follow-up/parties/changes.server.ts';
import { createLink } from '#network/links/changes.server.ts';
import { createOrganisation } from '#network/organisations/changes.server.ts';
import type { References } from '#network/references/queries.server.ts';
import type { Actor } from '#platform/actor/actor.ts';
import type { Target, Transaction } from '#platform/database/database.ts';
import { done, type Outcome } from '#platform/records/outcome.ts';
import { root, text, type Side } from './rights.ts';

type SideAttempt = (tx: Transaction, actor: Actor, side: Side) => Promise<Outcome<object>>;

const refused = { ok: false, reason: 'platform_refused_not_allowed' } as const;

const commitmentNamed = (slug: string, organisationId: string, visibility: 'draft' | 'public') => ({
  slug,
  reference: slug,
  title: text(slug),
  deliverable: text(slug),
  kind: 'service' as const,
  organisationId,
  dueOn: '2027-06-01',
  visibility,
});

/** A commitment of a side's organisation that concerns its territory. */
async function commit(
  target: Target,
  { organisation, territory }: Side,
  visibility: 'draft' | 'public' = 'draft',
): Promise<string> {
  const input = commitmentNamed('engagement', organisation, visibility);
  const { id } = done(await createCommitment(target, root, input));
  const from = { kind: 'commitments', id };
  done(
    await createLink(target, root, {
      from,
      relation: 'concerns',
      to: { kind: 'territories', id: territory },
    }),
  );
  return id;
}

async function ask(tx: Transaction, commitmentId: string): Promise<string> {
  const asked = { commitmentId, toDueOn: '2027-09-01', reason: 'Retard', language: 'fr' } as const;
  return done(await askExtension(tx, root, asked)).id;
}

/** What is tried of commitments, in the order of the table's columns; each makes what it needs. */
export const commitmentAttempts = (references: () => References): Record<string, SideAttempt> => ({
  'read commitment': async (tx, actor, side) =>
    (await readCommitment(tx, actor, await commit(tx, side))) ? { ok: true } : refused,
  commit: (tx, actor, { organisation }) =>
    createCommitment(tx, actor, commitmentNamed('nouveau', organisation, 'draft')),
  'edit commitment': async (tx, actor, side) => {
    const id = await commit(tx, side);
    const input = commitmentNamed('change', side.organisation, 'public');
    return updateCommitment(tx, actor, { ...input, id, version: 1 });
  },
  'remove draft': async (tx, actor, side) =>
    deleteCommitment(tx, actor, { id: await commit(tx, side), version: 1 }, references()),
  'remove published': async (tx, actor, side) =>
    deleteCommitment(tx, actor, { id: await commit(tx, side, 'public'), version: 1 }, references()),
  'add party': async (tx, actor, side) => {
    const commitmentId = await commit(tx, side);
    const organisation = { slug: 'tiers', type: 'other', level: 'local', name: text('Tiers') } as const;
    const { id: organisationId } = done(await createOrganisation(tx, root, organisation));
    return createParty(tx, actor, { commitmentId, organisationId });
  },
  'add milestone': async (tx, actor, side) =>
    createMilestone(tx, actor, {
      commitmentId: await commit(tx, side),
      title: text('Étape'),
      dueOn: '2027-05-01',
    }),
  'add funds': async (tx, actor, side) =>
    createShare(tx, actor, {
      commitmentId: await commit(tx, side),
      funder: 'Fonds',
      amount: '5',
      currency: 'MAD',
    }),
  serve: async (tx, actor, side) => {
    const commitmentId = await commit(tx, side);
    const { reference } = await tx
      .selectFrom('recommendations')
      .select('reference')
      .where('id', '=', side.recommendation)
      .executeTakeFirstOrThrow();
    return addImplementation(tx, actor, { commitmentId, reference });
  },
  match: async (tx, actor, side) => {
    const id = await commit(tx, side);
    const organisation = { slug: 'tiers', type: 'other', level: 'local', name: text('Tiers') } as const;
    const { id: lead } = done(await createOrganisation(tx, root, organisation));
    done(await createCommitment(tx, root, commitmentNamed('autre', lead, 'public')));
    return nameMatch(tx, actor, { id, version: 1, reference: 'autre' });
  },
  'ask for longer': async (tx, actor, side) => {
    const commitmentId = await commit(tx, side);
    const asked = { commitmentId, toDueOn: '2027-09-01', reason: 'Retard', language: 'fr' } as const;
    return askExtension(tx, actor, asked);
  },
  'withdraw longer': async (tx, actor, side) => {
    const id = await ask(tx, await commit(tx, side));
    return withdrawExtension(tx, actor, { id, version: 1 });
  },
  'answer longer': async (tx, actor, side) => {
    const id = await ask(tx, await commit(tx, side));
    return answerExtension(tx, actor, { id, version: 1, decision: 'granted', language: 'fr' });
  },
});

import { createCommitment } from '#follow-up/commitments/changes.server.ts';
import { askExtension } from '#follow-up/extensions/changes.server.ts';
import { createShare } from '#follow-up/funding/changes.server.ts';
import { addImplementation } from '#follow-up/implementations/changes.server.ts';
import { nameMatch } from '#follow-up/matching/changes.server.ts';
import { createMilestone } from '#follow-up/milestones/changes.server.ts';
import { createParty } from '#follow-up/parties/changes.server.ts';
import type { Transaction } from '#platform/database/database.ts';
import { done } from '#platform/records/outcome.ts';
import { tester } from './node.ts';

const both = (fr: string, ar: string) => ({ fr, ar, original: 'fr' as const });

/**
 * A commitment of the demonstration's network with everything that one may have, and the one that does its other part.
 * @returns its address
 */
export async function writeCommitment(tx: Transaction): Promise<string> {
  const [lead, party, third] = await tx
    .selectFrom('organisations')
    .select('id')
    .orderBy('slug')
    .limit(3)
    .execute();
  const { reference } = await tx
    .selectFrom('recommendations')
    .select('reference')
    .orderBy('position')
    .executeTakeFirstOrThrow();
  const input = {
    slug: 'guichet',
    title: both('Un guichet d’accueil dans chaque province', 'شباك استقبال في كل إقليم'),
    deliverable: both(
      'Un guichet ouvert cinq jours sur sept, avec deux agents formés.',
      'شباك مفتوح خمسة أيام في الأسبوع، بعونين مكوَّنين.',
    ),
    kind: 'service',
    organisationId: lead!.id,
    startsOn: '2027-01-15',
    dueOn: '2029-12-31',
    beneficiaries: both('Les migrants qui arrivent dans la région.', 'المهاجرون القادمون إلى الجهة.'),
    participation: both('Deux associations choisissent les horaires.', 'تختار جمعيتان أوقات العمل.'),
    confirmedById: third!.id,
    visibility: 'public',
  } as const;
  const commitmentId = done(await createCommitment(tx, tester, input)).id;
  const contribution = both('Les locaux', 'المقرات');
  done(await createParty(tx, tester, { commitmentId, organisationId: party!.id, contribution }));
  for (const [fr, ar, dueOn, reachedOn] of [
    ['Locaux choisis', 'اختيار المقرات', '2026-06-30', '2026-06-12'],
    ['Agents formés', 'تكوين الأعوان', '2028-03-31', undefined],
  ] as const)
    done(await createMilestone(tx, tester, { commitmentId, title: both(fr, ar), dueOn, reachedOn }));
  for (const [amount, currency, secured] of [
    ['1 500 000', 'MAD', true],
    ['250 000,50', 'EUR', false],
  ] as const) {
    const organisationId = secured ? lead!.id : undefined;
    const funder = secured ? undefined : 'Fonds européen';
    done(await createShare(tx, tester, { commitmentId, organisationId, funder, amount, currency, secured }));
  }
  done(await addImplementation(tx, tester, { commitmentId, reference }));
  const other = { ...input, slug: 'formation', organisationId: party!.id, reference: 'F-1' };
  const title = both('La formation des agents d’accueil', 'تكوين أعوان الاستقبال');
  done(await createCommitment(tx, tester, { ...other, title }));
  done(await nameMatch(tx, tester, { id: commitmentId, version: 1, reference: 'F-1' }));
  const asked = {
    commitmentId,
    toDueOn: '2030-06-30',
    reason: 'Les locaux tardent',
    language: 'fr',
  } as const;
  done(await askExtension(tx, tester, asked));
  return input.slug;
}

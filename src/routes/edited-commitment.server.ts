import type { RequestEvent } from '@sveltejs/kit';
import {
  readCommitmentDossier,
  type CommitmentDossier,
} from '#follow-up/commitment-dossiers/queries.server.ts';
import { mayEditCommitment, readCommitment } from '#follow-up/commitments/queries.server.ts';
import { formatDate, formatMoney } from '#platform/locale/format.ts';
import { read } from '#platform/locale/reader.ts';
import { requireAccount, requireRight } from './account.server.ts';
import { addressed } from './addressed.server.ts';
import { inWords, nameOf } from './editable-commitments.server.ts';
import { editableKind } from './editable.server.ts';
import { openParts, submitPart } from './parts.server.ts';

type Asked = RequestEvent & { params: { slug: string } };

/** The commitment at an address, for those who change it. */
export async function editedCommitment({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const commitment = await addressed(locals, 'commitments', params.slug, (id) =>
    readCommitment(db.reader, actor, id),
  );
  requireRight(await mayEditCommitment(db.reader, actor, commitment.id));
  return commitment;
}

type PartNoun = 'commitment-parties' | 'milestones' | 'funding-shares' | 'indicators';

/** The parts of one kind as a list names them: what each is called, and what is said above its name. */
const rowsOf: Record<
  PartNoun,
  (dossier: CommitmentDossier, locals: App.Locals) => { id: string; kind: string }[]
> = {
  'commitment-parties': ({ parties }) =>
    parties.map(({ id, organisation }) => ({ id, kind: '', ...nameOf(organisation) })),
  milestones: ({ milestones }, { locale }) =>
    milestones.map((row) => ({ ...row, kind: formatDate(row.due_on, locale) })),
  indicators: ({ indicators }) => indicators.map((row) => ({ ...row, kind: '' })),
  'funding-shares': ({ shares }, { locale }) =>
    shares.map(({ id, organisation, funder, amount_minor, currency }) => ({
      id,
      kind: formatMoney(amount_minor, currency, locale),
      ...(organisation ? nameOf(organisation) : inWords(funder ?? '')),
    })),
};

/** A page that lists the parts of one kind of a commitment and takes the next one. */
export async function openCommitmentParts(event: Asked, noun: PartNoun) {
  const { locals } = event;
  const commitment = await editedCommitment(event);
  const dossier = await readCommitmentDossier(locals.db.reader, locals.actor, commitment);
  const { words } = editableKind(noun);
  return {
    slug: commitment.slug,
    name: read(commitment, 'title'),
    title: words.list(),
    add: words.make(),
    ...(await openParts(event, {
      noun,
      parent: { commitment_id: commitment.id },
      rows: rowsOf[noun](dossier, locals),
      mayEdit: () => true,
    })),
  };
}

/** Takes one more part of a commitment. */
export async function submitCommitmentPart(event: Asked, noun: PartNoun) {
  // Whoever's session has ended is led to sign in, with what was typed.
  if (!event.locals.account) return submitPart(event, noun, {});
  const { id } = await editedCommitment(event);
  return submitPart(event, noun, { commitmentId: id });
}

import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { listExtensions } from '#follow-up/commitment-dossiers/queries.server.ts';
import { mayDecideOf, mayEditCommitment, readCommitment } from '#follow-up/commitments/queries.server.ts';
import { isSettled } from '#follow-up/commitments/model.ts';
import { answerExtension, askExtension, withdrawExtension } from '#follow-up/extensions/changes.server.ts';
import { extensionAnswerFields, extensionFields } from '#follow-up/extensions/components/fields.ts';
import { askerOf } from '#follow-up/extensions/queries.server.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { addressed } from '../../../../addressed.server.ts';
import { keepForLater, openForm, sentence, submit } from '../../../../forms.server.ts';

type Asked = RequestEvent & { params: { slug: string } };

/** The commitment at an address, for who may ask for a longer deadline of it, and who may answer. */
async function extendedAt({ locals, url, params }: Asked) {
  requireAccount({ locals, url });
  const { db, actor } = locals;
  const commitment = await addressed(locals, 'commitments', params.slug, (id) =>
    readCommitment(db.reader, actor, id),
  );
  const [asks, decides] = await Promise.all([
    mayEditCommitment(db.reader, actor, commitment.id),
    mayDecideOf(db.reader, actor, commitment.id),
  ]);
  requireRight(asks || decides);
  return { commitment, asks, decides };
}

export const load = async (event) => {
  const { locals } = event;
  const { commitment, asks, decides } = await extendedAt(event);
  const extensions = await listExtensions(locals.db.reader, commitment.id);
  const waiting = extensions.find(({ status }) => status === 'asked');
  const isOwn = waiting && (await askerOf(locals.db.reader, waiting.id)) === locals.actor.id;
  const language = locals.account!.locale;
  return {
    slug: commitment.slug,
    name: read(commitment, 'title'),
    first: commitment.first_due_on,
    due: commitment.due_on,
    extensions,
    // Whoever is to answer isn't offered the gesture of whoever asked.
    withdrawn: waiting && asks && (!decides || isOwn) ? { id: waiting.id, version: waiting.version } : null,
    ask:
      asks && !waiting && commitment.due_on !== null && !isSettled(commitment.status)
        ? await openForm(event, { ...valuesOf(extensionFields, {}), language })
        : null,
    answer:
      waiting && decides && !isOwn
        ? await openForm(event, { ...valuesOf(extensionAnswerFields, {}), language }, waiting.version, {
            merges: false,
          })
        : null,
  };
};

export const actions = {
  ask: async (event) => {
    const { locals } = event;
    if (!locals.account) return keepForLater(event, extensionFields);
    const { commitment } = await extendedAt(event);
    return submit(event, {
      fields: extensionFields,
      work: (input) =>
        askExtension(
          locals.db,
          locals.actor,
          { ...input, commitmentId: commitment.id } as never,
          locals.clock,
        ),
      goTo: () => locals.address,
    });
  },
  answer: async (event) => {
    const { locals } = event;
    if (!locals.account) return keepForLater(event, extensionAnswerFields);
    const { commitment } = await extendedAt(event);
    const extensions = await listExtensions(locals.db.reader, commitment.id);
    const waiting = extensions.find(({ status }) => status === 'asked');
    return submit(event, {
      fields: extensionAnswerFields,
      current: waiting?.version,
      work: (input, version) =>
        answerExtension(
          locals.db,
          locals.actor,
          { ...input, id: waiting?.id ?? '', version: version ?? 0 } as never,
          locals.clock,
        ),
      goTo: () => locals.address,
    });
  },
  withdraw: async (event) => {
    const { locals, request } = event;
    await extendedAt(event);
    const form = await request.formData();
    const seen = { id: String(form.get('id')), version: Number(form.get('version')) };
    const outcome = await withdrawExtension(locals.db, locals.actor, seen, locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(locals.address, locals.locale));
  },
};

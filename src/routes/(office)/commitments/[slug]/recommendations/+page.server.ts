import { fail, redirect } from '@sveltejs/kit';
import { listServed } from '#follow-up/commitment-dossiers/queries.server.ts';
import { addImplementation, removeImplementation } from '#follow-up/implementations/changes.server.ts';
import { implementationFields } from '#follow-up/implementations/components/fields.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { editedCommitment } from '../../../../edited-commitment.server.ts';
import { keepForLater, openForm, sentence, submit } from '../../../../forms.server.ts';

export const load = async (event) => {
  const { db, actor } = event.locals;
  const commitment = await editedCommitment(event);
  const served = await listServed(db.reader, actor, commitment.id);
  return {
    slug: commitment.slug,
    name: read(commitment, 'title'),
    served: served.map((row) => ({
      id: row.link_id,
      slug: row.slug,
      reference: row.reference,
      title: read(row, 'title'),
    })),
    form: await openForm(event, valuesOf(implementationFields, {})),
  };
};

export const actions = {
  add: async (event) => {
    const { locals } = event;
    if (!locals.account) return keepForLater(event, implementationFields);
    const { id: commitmentId } = await editedCommitment(event);
    return submit(event, {
      fields: implementationFields,
      work: (input) =>
        addImplementation(locals.db, locals.actor, { ...input, commitmentId } as never, locals.clock),
      goTo: () => locals.address,
    });
  },
  remove: async (event) => {
    const { locals, request } = event;
    const { id: commitmentId } = await editedCommitment(event);
    const linkId = String((await request.formData()).get('link'));
    const asked = { commitmentId, linkId };
    const outcome = await removeImplementation(locals.db, locals.actor, asked, locals.clock);
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(locals.address, locals.locale));
  },
};

import { fail, redirect } from '@sveltejs/kit';
import { leaveMatch, nameMatch } from '#follow-up/matching/changes.server.ts';
import { matchFields } from '#follow-up/matching/components/fields.ts';
import { readMatching } from '#follow-up/matching/queries.server.ts';
import { valuesOf } from '#platform/forms/values.ts';
import { localized } from '#platform/locale/address.ts';
import { read } from '#platform/locale/reader.ts';
import { editedCommitment } from '../../../../edited-commitment.server.ts';
import { keepForLater, openForm, sentence, submit } from '../../../../forms.server.ts';

export const load = async (event) => {
  const { db, actor } = event.locals;
  const commitment = await editedCommitment(event);
  return {
    slug: commitment.slug,
    version: commitment.version,
    name: read(commitment, 'title'),
    ...(await readMatching(db.reader, actor, commitment)),
    form: await openForm(event, valuesOf(matchFields, {}), commitment.version, { merges: false }),
  };
};

export const actions = {
  name: async (event) => {
    const { locals } = event;
    if (!locals.account) return keepForLater(event, matchFields);
    const { id, version } = await editedCommitment(event);
    return submit(event, {
      fields: matchFields,
      current: version,
      work: (input, seen) =>
        nameMatch(locals.db, locals.actor, { ...input, id, version: seen ?? version } as never),
      goTo: () => locals.address,
    });
  },
  leave: async (event) => {
    const { locals, request } = event;
    const { id } = await editedCommitment(event);
    const version = Number((await request.formData()).get('version'));
    const outcome = await leaveMatch(locals.db, locals.actor, { id, version });
    if (!outcome.ok) return fail(422, { problem: sentence(outcome.reason) });
    redirect(303, localized(locals.address, locals.locale));
  },
};

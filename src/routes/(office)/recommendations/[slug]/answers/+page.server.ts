import type { RequestEvent } from '@sveltejs/kit';
import { mayAnswer } from '#follow-up/policy.ts';
import { answerable } from '#follow-up/responses/queries.server.ts';
import { dayOf } from '#platform/clock/due.ts';
import { requireAccount, requireRight } from '../../../../account.server.ts';
import { crumbsOf } from '../../../../crumbs.server.ts';
import { editableKind, recordAt } from '../../../../editable.server.ts';
import { openParts, submitPart } from '../../../../parts.server.ts';

type Asked = RequestEvent & { params: { slug: string } };

/** The recommendation at an address, for those who answer for one of its addressees. */
async function answeredAt(event: Asked) {
  requireAccount(event);
  const { locals, params } = event;
  requireRight(mayAnswer(locals.actor));
  const kind = editableKind('recommendations');
  const row = await recordAt(locals, kind, params.slug);
  const addressees = await answerable(locals.db.reader, locals.actor, row.id);
  requireRight(addressees.length > 0 || (await kind.mayEdit(locals, row.id)));
  return { kind, row, addressees };
}

export const load = async (event) => {
  const { locals } = event;
  const { kind, row, addressees } = await answeredAt(event);
  const answers = addressees.flatMap(({ organisation, response }) =>
    response ? [{ ...organisation, id: response.id, kind: response.position }] : [],
  );
  const [open, ...others] = addressees.filter(({ response }) => response === null);
  return {
    crumbs: crumbsOf(kind, row, locals.locale),
    open: open !== undefined,
    addressed: addressees.length > 0,
    ...(await openParts(event, {
      noun: 'responses',
      parent: { recommendation_id: row.id },
      rows: answers,
      mayEdit: () => true,
      given: {
        respondedOn: dayOf(locals.clock()),
        organisationId: open && others.length === 0 ? open.organisation.id : '',
      },
    })),
  };
};

export const actions = {
  default: async (event) => {
    // Whoever's session has ended is led to sign in, with what was typed.
    if (!event.locals.account) return submitPart(event, 'responses', {});
    const { row } = await answeredAt(event);
    return submitPart(event, 'responses', { recommendationId: row.id });
  },
};

import { attributesExample } from '#deliberation/participant-attributes/exports.server.ts';
import { editedDebate } from '../../../../../edited-debate.server.ts';

/** An example of what may be told of participants, in the language of the address. */
export const GET = async (event) => {
  await editedDebate(event);
  return new Response(attributesExample(event.locals.locale), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="participants.csv"',
    },
  });
};

import { error } from '@sveltejs/kit';
import { readSeal } from '#events/minutes-seals/queries.server.ts';

/** The sealed text of one edition, byte for byte: its SHA-256 is the one that the page shows. */
export const GET = async ({ params, locals }) => {
  const edition = Number(params.edition);
  const seal = Number.isSafeInteger(edition)
    ? await readSeal(locals.db.reader, locals.actor, params.id, edition)
    : undefined;
  if (!seal) error(404, 'not-found');
  return new Response(seal.content, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="minutes-${seal.sha256.slice(0, 12)}-${edition}.json"`,
    },
  });
};

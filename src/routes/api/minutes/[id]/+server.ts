import { error, json } from '@sveltejs/kit';
import { syncMinutes } from '#events/minutes-sync/changes.server.ts';

/** Takes what a device wrote in minutes, and answers what it has not seen. How much comes at once, the front limits. */
export const POST = async ({ request, params, locals }) => {
  if (!locals.account) error(401, 'not-signed-in');
  if (!request.headers.get('content-type')?.startsWith('application/json')) error(415, 'not-json');
  const asked = await request.json().catch(() => null);
  if (asked === null || typeof asked !== 'object') error(400, 'bad-request');
  const outcome = await syncMinutes(
    locals.db,
    locals.actor,
    { ...asked, minutesId: params.id },
    locals.clock,
  );
  if (outcome.ok) return json(outcome.answer);
  error(outcome.reason === 'platform_refused_not_allowed' ? 403 : 422, outcome.reason);
};

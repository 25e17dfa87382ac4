import { error } from '@sveltejs/kit';
import { mailStore } from '#platform/services/mail.server.ts';
import { requireAdministrator } from '../../../../../administrator.server.ts';

/** A message's HTML for a frame of the outbox: nothing in it runs, loads or leads out of the frame. */
export const GET = async (event) => {
  requireAdministrator(event);
  const message = await mailStore().read(event.params.id);
  if (!message?.html) error(404, 'not-found');
  return new Response(message.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'private, no-store',
    },
  });
};

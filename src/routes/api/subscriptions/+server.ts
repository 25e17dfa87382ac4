import { error, redirect } from '@sveltejs/kit';
import { localized } from '#platform/locale/address.ts';
import { isLocale } from '#platform/locale/locale.ts';
import { services } from '#platform/services/services.ts';
import { mayTry } from '#platform/services/tries.server.ts';
import { unsubscribe } from '#publication/subscriptions/changes.server.ts';
import { readByToken } from '#publication/subscriptions/queries.server.ts';

/**
 * Ends a subscription by one request of a mail program (RFC 8058 §3.2). The token in the address is its right; it
 * answers the same of one that is gone already.
 */
export const POST = async ({ request, url, locals }) => {
  const token = url.searchParams.get('token') ?? '';
  if (!(await mayTry('subscription', token, request.headers))) error(429, 'too-often');
  const form = await request.formData().catch(() => null);
  if (form?.get('List-Unsubscribe') !== 'One-Click') error(400, 'bad-request');
  const outcome = await unsubscribe(locals.db, services().secrets, { token });
  if (!outcome.ok) error(400, 'bad-request');
  return new Response(null, { status: 204 });
};

/** Whoever opens the same address in a browser is asked: looking at a link ends nothing. */
export const GET = async ({ url, locals }) => {
  const token = url.searchParams.get('token') ?? '';
  const row = await readByToken(locals.db.reader, services().secrets, token);
  const locale = isLocale(row?.locale) ? row.locale : locals.locale;
  redirect(303, `${localized('/subscription', locale)}?${new URLSearchParams({ token })}`);
};

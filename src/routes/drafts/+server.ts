import { error, json, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localized } from '#platform/locale/address.ts';
import { formStore } from '#platform/services/forms.server.ts';
import { requireAccount } from '../account.server.ts';

const address = v.pipe(v.string(), v.regex(/^\/[a-z0-9/-]*(\?item=[a-z0-9-]+)?$/), v.maxLength(300));
const entries = v.pipe(
  v.array(v.tuple([v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(100_000))])),
  v.maxLength(1_000),
);
const kept = v.object({ address, entries });

/** Keeps what stands in a form (JSON), or throws a draft away (a form). */
export const POST = async ({ request, locals, url }) => {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    const account = requireAccount({ locals, url });
    const at = v.safeParse(address, url.searchParams.get('address'));
    if (!at.success) error(400, 'bad-request');
    await formStore().discard({ accountId: account.id, address: at.output });
    redirect(303, localized(at.output, locals.locale));
  }
  if (!locals.account) error(401, 'not-signed-in');
  const given = v.safeParse(kept, await request.json().catch(() => null));
  if (!given.success) error(400, 'bad-request');
  const at = await formStore().keep(
    { accountId: locals.account.id, address: given.output.address },
    given.output.entries,
  );
  if (at === null) error(413, 'too-large');
  return json({ at });
};

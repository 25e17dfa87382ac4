import * as v from 'valibot';
import type { Source } from '../database/database.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { OpenIdProvider } from './model.ts';

/** The setting that holds the identity providers, without their secrets. */
export const PROVIDERS = 'sign-in-providers';

const providers = v.array(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(40)),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
    discoveryUrl: v.pipe(v.string(), v.url(), v.regex(/^https:/), v.maxLength(500)),
    clientId: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
  }),
);

/** An identity provider as the setting holds it. */
export type ProviderSetting = v.InferOutput<typeof providers>[number];

/** The name of the secret that a provider knows us by. */
export function providerSecret(id: string): string {
  return `sign-in-provider-${id}`;
}

/** The identity providers of the network; none where the setting is missing or can't be read. */
export async function listProviders(db: Source): Promise<ProviderSetting[]> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', PROVIDERS).executeTakeFirst();
  return row ? readProviders(row.value) : [];
}

export function readProviders(json: string): ProviderSetting[] {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), providers), json);
  return parsed.success ? parsed.output : [];
}

/** The providers that can be used: those whose secret is known. */
export function usable(settings: readonly ProviderSetting[], secrets: Secrets): OpenIdProvider[] {
  return settings.flatMap(({ id, discoveryUrl, clientId }) => {
    const clientSecret = secrets.read(providerSecret(id));
    return clientSecret === undefined ? [] : [{ id, discoveryUrl, clientId, clientSecret }];
  });
}

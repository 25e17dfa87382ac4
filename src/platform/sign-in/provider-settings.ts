import * as v from 'valibot';
import { isAdministrator, type Actor } from '../actor/actor.ts';
import { systemClock, type Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { keepSetting } from '../journal/setting.ts';
import { line, problems } from '../locale/schema.ts';
import { change, refusals } from '../records/change.server.ts';
import { refused, type Outcome, type Refusal } from '../records/outcome.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { listProviders, PROVIDERS, providerSecret } from './providers.ts';

const name = (most: number) => v.pipe(line(most), v.minLength(1, problems.required));

/** A provider as a form gives it; an empty secret leaves the one that is kept. */
const providerInput = v.object({
  id: v.pipe(
    v.string(problems.required),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, problems.notASlug),
    v.maxLength(40, problems.tooLong),
  ),
  name: name(80),
  discoveryUrl: v.pipe(
    v.string(problems.required),
    v.url('platform_provider_not_https'),
    v.regex(/^https:/, 'platform_provider_not_https'),
    v.maxLength(500, problems.tooLong),
  ),
  clientId: name(300),
  secret: v.optional(v.pipe(v.string(), v.maxLength(1_000, problems.tooLong)), ''),
});

/** Keeps an identity provider, new or changed. Its secret never reaches the journal, nor another address. */
export async function changeProvider(
  db: Database,
  secrets: Secrets,
  actor: Actor,
  input: unknown,
  clock: Clock = systemClock,
): Promise<Outcome<object>> {
  let given = '';
  let id = '';
  const outcome = await change(
    db,
    { allowed: isAdministrator(actor), schema: providerInput, input },
    async (tx, { secret, ...provider }): Promise<object | Refusal> => {
      const known = await listProviders(tx);
      const before = known.find((one) => one.id === provider.id);
      const elsewhere = before?.discoveryUrl !== provider.discoveryUrl;
      if (!secret && (elsewhere || secrets.read(providerSecret(provider.id)) === undefined))
        return refused('platform_provider_secret_again', 'secret');
      const rest = known.filter((one) => one.id !== provider.id);
      const setting = { key: PROVIDERS, value: [...rest, provider], before: before ?? null, after: provider };
      await keepSetting(tx, actor, setting, clock);
      given = secret;
      id = provider.id;
      return {};
    },
  );
  if (outcome.ok && given) secrets.write(providerSecret(id), given);
  return outcome;
}

/** Forgets an identity provider and its secret: nobody comes through it from now on. */
export async function removeProvider(
  db: Database,
  secrets: Secrets,
  actor: Actor,
  id: string,
  clock: Clock = systemClock,
): Promise<Outcome<object>> {
  const outcome = await change(
    db,
    { allowed: isAdministrator(actor), schema: v.object({}), input: {} },
    async (tx): Promise<object | Refusal> => {
      const known = await listProviders(tx);
      const before = known.find((one) => one.id === id);
      if (!before) return refused(refusals.missing);
      const rest = known.filter((one) => one.id !== id);
      await keepSetting(tx, actor, { key: PROVIDERS, value: rest, before, after: null }, clock);
      return {};
    },
  );
  if (outcome.ok) secrets.write(providerSecret(id), null);
  return outcome;
}

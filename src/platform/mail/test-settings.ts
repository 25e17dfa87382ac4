import * as v from 'valibot';
import type { Secrets } from '../secrets/secrets.ts';
import { wordsOf } from './model.ts';
import { withPassword } from './settings-schema.ts';
import { mailPassword } from './settings.ts';
import { smtp } from './smtp.ts';
import { Outage } from './transport.ts';

/** How far a conversation came: the server was reached, the way was encrypted, the sign-in was accepted. */
export type TestStep = 'connection' | 'encryption' | 'sign-in';

export type SettingsTest =
  | { ok: true }
  /** `reason` is a message key; `code` what the server answered, empty where it gave no code. */
  | { ok: false; step: TestStep; reason: string; code: string };

/**
 * Tries settings without keeping them and without sending anything: connects, encrypts, signs in. An empty
 * password stands for the one that is kept for the same server and user.
 * @throws ValiError where the input is not valid: whoever changes settings is told so first
 */
export async function testSettings(secrets: Secrets, input: unknown): Promise<SettingsTest> {
  const { password, ...settings } = v.parse(withPassword, input);
  const patience = { connect: 10_000, greeting: 10_000, answer: 10_000 };
  try {
    const session = await smtp(settings, password || mailPassword(secrets, settings), patience).begin();
    session.close();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    const { key, code } = wordsOf(error.problem);
    return { ok: false, step: stepOf(error.problem), reason: key, code };
  }
}

function stepOf(problem: string): TestStep {
  if (/^(no-)?sign-in/.test(problem)) return 'sign-in';
  return /^(no-)?encryption|^certificate/.test(problem) ? 'encryption' : 'connection';
}

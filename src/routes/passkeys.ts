import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';

/*
 * The browser's part of passkeys (W3C Web Authentication, level 3). The node's sign-in library answers under this
 * address; everything else on these pages works without script, passkeys can't.
 */
const at = '/api/sign-in/passkey';

/** What came of it: `left` where the person closed the device's own window, `known` where it has a passkey already. */
export type PasskeyAnswer = 'done' | 'left' | 'known' | 'refused';

/** Whether this browser may use passkeys here at all: only over https, or on the machine itself. */
export function passkeysWork(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window;
}

/** Makes a passkey for the account that is signed in. */
export function addPasskey(name: string): Promise<PasskeyAnswer> {
  return ceremony(async () => {
    const optionsJSON = await ask(`${at}/generate-register-options`);
    return ask(`${at}/verify-registration`, { name, response: await startRegistration({ optionsJSON }) });
  });
}

/** Signs in with a passkey that the device finds by itself. */
export function enterWithPasskey(): Promise<PasskeyAnswer> {
  return ceremony(async () => {
    const optionsJSON = await ask(`${at}/generate-authenticate-options`);
    return ask(`${at}/verify-authentication`, { response: await startAuthentication({ optionsJSON }) });
  });
}

async function ceremony(work: () => Promise<unknown>): Promise<PasskeyAnswer> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
      return 'known';
    return error instanceof Error && /^(NotAllowed|Abort)Error$/.test(error.name) ? 'left' : 'refused';
  }
}

async function ask(path: string, body?: object) {
  const answer = await fetch(path, {
    method: body ? 'POST' : 'GET',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`The node refused: ${answer.status}`);
  return answer.json();
}

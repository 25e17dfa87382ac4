import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openSecrets } from '../secrets/secrets.ts';
import { smtp } from './smtp.ts';
import { testSettings } from './test-settings.ts';
import { answer, settingsFor, someMessage, startPeer, type Peer } from './testing.ts';
import type { MailSettings } from './settings-schema.ts';

const place = mkdtempSync(join(tmpdir(), 'indimaj-test-'));
const secrets = openSecrets(place);
let peer: Peer | undefined;
afterEach(async () => {
  await peer?.stop();
  peer = undefined;
});
afterAll(() => rmSync(place, { recursive: true }));

const tried = (over: Partial<MailSettings> & { password?: string }) =>
  testSettings(secrets, { ...settingsFor(peer?.port ?? 1), ...over });
const failing = (step: string, problem: string, code: unknown = '') => ({
  ok: false,
  step,
  reason: `platform_mail_problem_${problem}`,
  code,
});

/** A certificate that signs itself, and its key; null where the machine has no openssl. */
function certificate(name: string, days = '2'): { cert: string; key: string } | null {
  const [cert, key] = [join(place, `${name}.crt`), join(place, `${name}.key`)];
  try {
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-days', days];
    const request = ['req', '-x509', '-nodes', ...made, ...subject, '-keyout', key, '-out', cert];
    execFileSync('openssl', request, { stdio: 'ignore' });
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } catch {
    return null;
  }
}
const own = certificate('localhost');
const foreign = certificate('other.example');

describe('testSettings', () => {
  it('says that a server can be used', async () => {
    peer = await startPeer({ auth: (user, password) => user === 'network' && password === 'right é' });
    expect(await tried({ user: 'network', password: 'right é' })).toEqual({ ok: true });
    expect(peer.taken).toEqual([]);
  });

  it('says that the account or the password is wrong, and which code says so', async () => {
    peer = await startPeer({ auth: () => false });
    expect(await tried({ user: 'network', password: 'wrong' })).toEqual(
      failing('sign-in', 'sign_in', expect.stringMatching(/^535/)),
    );
    expect(await tried({ user: 'network' })).toEqual(failing('sign-in', 'sign_in'));
  });

  it('says that the server asks for no sign-in', async () => {
    peer = await startPeer({}, { disabledCommands: ['AUTH', 'STARTTLS'] });
    expect(await tried({ user: 'network', password: 'x' })).toEqual(failing('sign-in', 'no_sign_in'));
  });

  it('says that nobody answers, that the name is unknown, that it is no mail server, that it is silent', async () => {
    peer = await startPeer();
    const { port } = peer;
    await peer.stop();
    expect(await tried({ port })).toEqual(failing('connection', 'not_answering'));
    expect(await tried({ host: 'nowhere.invalid' })).toEqual(failing('connection', 'host_unknown'));
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => void web.listen(0, 'localhost', resolve));
    expect(await tried({ port: (web.address() as { port: number }).port })).toEqual(
      failing('connection', 'not_mail'),
    );
    web.close();
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => void silent.listen(0, 'localhost', resolve));
    const settings = settingsFor((silent.address() as { port: number }).port);
    const impatient = smtp(settings, undefined, { connect: 300, greeting: 300, answer: 300 });
    await expect(impatient.begin()).rejects.toMatchObject({ name: 'Outage', problem: 'timeout' });
    const stopping = new AbortController();
    const begun = smtp(settings, undefined).begin(stopping.signal);
    setTimeout(() => stopping.abort(), 50);
    await expect(begun).rejects.toMatchObject({ name: 'Outage' });
    silent.close();
  });

  it('never goes on without the encryption that was asked for', async () => {
    peer = await startPeer();
    expect(await tried({ security: 'starttls' })).toEqual(
      failing('encryption', 'no_encryption', expect.stringMatching(/^50/)),
    );
    expect(await tried({ security: 'tls' })).toEqual(failing('encryption', 'encryption'));
  });

  it.skipIf(!own || !foreign)(
    'refuses certificates that nobody vouches for, and takes those of a known authority (skipped: no openssl)',
    async () => {
      const before = tls.getCACertificates('default');
      try {
        peer = await startPeer({}, { secure: true, ...own });
        expect(await tried({ security: 'tls' })).toEqual(failing('encryption', 'certificate_untrusted'));
        tls.setDefaultCACertificates([...before, own!.cert, foreign!.cert]);
        expect(await tried({ security: 'tls' })).toEqual({ ok: true });
        await peer.stop();

        peer = await startPeer({}, { ...own });
        expect(await tried({ security: 'starttls' })).toEqual({ ok: true });
        await peer.stop();

        peer = await startPeer({}, { ...foreign });
        expect(await tried({ security: 'starttls' })).toEqual(failing('encryption', 'certificate_name'));
      } finally {
        tls.setDefaultCACertificates(before);
      }
      expect(await tried({ security: 'starttls' })).toEqual(failing('encryption', 'certificate_untrusted'));
    },
  );
});

describe('a conversation', () => {
  const outgoing = (over: object = {}) => {
    const { to, subject, text, html, locale } = someMessage();
    return {
      to_address: to.address,
      to_name: null,
      subject,
      text,
      html,
      locale,
      message_id: '<1@x.example>',
      created_at: '2026-03-01T08:00:00.000Z',
      ...over,
    } as never;
  };

  it('takes several messages, and says that it is over after a refusal', async () => {
    peer = await startPeer({ rcpt: (address) => (address.startsWith('n') ? answer(550) : undefined) });
    const session = await smtp(settingsFor(peer.port), undefined).begin();
    expect([await session.send(outgoing()), await session.send(outgoing())]).toEqual([
      { became: 'sent' },
      { became: 'sent' },
    ]);
    expect(await session.send(outgoing({ to_address: 'nobody@region.example' }))).toMatchObject({
      became: 'failed',
    });
    expect(session.open).toBe(false);
  });

  it('takes a message larger than the server allows for lost at once', async () => {
    peer = await startPeer({}, { size: 2_000 });
    const session = await smtp(settingsFor(peer.port), undefined).begin();
    expect(await session.send(outgoing({ text: 'x'.repeat(5_000) }))).toEqual({
      became: 'failed',
      problem: 'too-large',
    });
    session.close();
  });

  it('leaves uncertain a whole message whose answer does not come in time', async () => {
    peer = await startPeer({ data: () => new Promise(() => {}) });
    const session = await smtp(settingsFor(peer.port), undefined, {
      connect: 1_000,
      greeting: 1_000,
      answer: 300,
    }).begin();
    expect(await session.send(outgoing())).toEqual({ became: 'uncertain', problem: 'timeout' });
  });
});

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Database } from '../database/database.ts';
import { composeMail } from './compose.ts';
import type { NewMessage } from './model.ts';
import { queueMail } from './queue.ts';
import type { MailSettings } from './settings-schema.ts';

/** A mail server of a test's own, with what it has taken. */
export interface Peer {
  port: number;
  taken: { from: string; to: string[]; raw: string }[];
  /** Breaks every connection without a word. */
  cut(): void;
  stop(): Promise<void>;
}

/** What the peer answers at each step; nothing means that it agrees. */
export interface PeerAnswers {
  mail?: () => Error | void;
  rcpt?: (address: string) => Error | void | Promise<Error | void>;
  /** Called once the dot that ends a message was read, before it is answered. */
  data?: (raw: string) => Error | void | Promise<Error | void>;
  auth?: (user: string, password: string) => boolean;
}

/** Starts a mail server that is not ours (smtp-server). It takes everything unless it is told otherwise. */
export async function startPeer(answers: PeerAnswers = {}, options: SMTPServerOptions = {}): Promise<Peer> {
  const taken: Peer['taken'] = [];
  const server = new SMTPServer({
    logger: false,
    authOptional: !answers.auth,
    disabledCommands: options.secure || options.key ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    closeTimeout: 100,
    disableReverseLookup: true,
    onAuth: ({ username = '', password }, _session, done) =>
      answers.auth?.(username, password ?? '') ? done(null, { user: username }) : done(new Error('No')),
    onMailFrom: (_address, _session, done) => done(answers.mail?.() ?? null),
    onRcptTo: async ({ address }, _session, done) => done((await answers.rcpt?.(address)) ?? null),
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const raw = Buffer.concat(chunks).toString('latin1');
      const refusal = await answers.data?.(raw);
      if (refusal) return done(refusal);
      const { mailFrom, rcptTo } = session.envelope;
      taken.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw });
      done();
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, 'localhost');
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    taken,
    cut: () => server.connections.forEach((connection) => connection._socket.destroy()),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** An answer with a code, as smtp-server sends it. */
export function answer(responseCode: number, words = 'Because'): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** Settings that lead to a peer. */
export function settingsFor(port: number, over: Partial<MailSettings> = {}): MailSettings {
  return {
    host: 'localhost',
    port,
    security: 'none',
    user: null,
    from_address: 'network@indimaj.example',
    from_name_fr: 'Réseau Indimaj',
    from_name_ar: 'شبكة اندماج',
    from_name_en: null,
    reply_to: null,
    ...over,
  };
}

/** A message; what the test is about is given. */
export function someMessage(over: Partial<NewMessage> = {}): NewMessage {
  const letter = { locale: over.locale ?? 'fr', subject: 'Objet', paragraphs: ['Bonjour.'], footer: 'Pied' };
  return {
    purpose: 'test',
    to: { address: 'member@region.example' },
    locale: 'fr',
    ...composeMail(letter),
    ...over,
  };
}

/** Queues messages in a transaction of their own. @returns their ids */
export async function queued(db: Database, clock: () => Date, ...messages: NewMessage[]): Promise<string[]> {
  const ids = await db.transaction(async (tx) => {
    const ids: (string | null)[] = [];
    for (const message of messages) ids.push(await queueMail(tx, message, clock));
    return ids;
  });
  return ids.filter((id) => id !== null);
}

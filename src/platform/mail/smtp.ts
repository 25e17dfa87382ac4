import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { mime } from './mime.ts';
import type { MailSettings } from './settings-schema.ts';
import { handedOf, outageOf, type SmtpError } from './smtp-problem.ts';
import { Outage, type Handed, type Outgoing, type Session, type Transport } from './transport.ts';

/** How long a server may be silent, in milliseconds. After a whole message its silence makes it uncertain. */
export interface Patience {
  connect: number;
  greeting: number;
  answer: number;
}
const PATIENCE: Patience = { connect: 30_000, greeting: 30_000, answer: 300_000 };

/** Hands messages over by SMTP (RFC 5321), one after the other in one conversation. */
export function smtp(settings: MailSettings, password: string | undefined, patience = PATIENCE): Transport {
  return {
    domain: settings.from_address.slice(settings.from_address.lastIndexOf('@') + 1),
    async begin(signal) {
      const { user } = settings;
      if (user && password === undefined) throw new Outage('sign-in');
      const connection = new SMTPConnection(optionsOf(settings, patience));
      // Whoever waits for a step hears of an error; between two steps there is nobody to tell.
      connection.on('error', () => undefined);
      const abort = () => connection.close();
      signal?.addEventListener('abort', abort, { once: true });
      connection.once('end', () => signal?.removeEventListener('abort', abort));
      try {
        signal?.throwIfAborted();
        await step<void>(connection, (done) => connection.connect((error) => done(error)));
        if (user && !connection.allowsAuth) throw new Outage('no-sign-in');
        if (user) await step(connection, (done) => connection.login({ user, pass: password }, done));
      } catch (error) {
        connection.close();
        throw error instanceof Outage ? error : new Outage(outageOf(error as SmtpError));
      }
      return sessionOn(connection, settings);
    },
  };
}

function optionsOf({ host, port, security }: MailSettings, patience: Patience) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.answer,
    logger: false,
    tls: { minVersion: 'TLSv1.2' as const },
  };
}

function sessionOn(connection: SMTPConnection, settings: MailSettings): Session {
  let open = true;
  connection.once('end', () => (open = false));
  return {
    get open() {
      return open;
    },
    async send(message: Outgoing): Promise<Handed> {
      const { envelope, bytes } = await mime(message, settings);
      // Read only once the server has asked for it; its end comes just before the dot is written.
      const source = Readable.from([bytes]);
      let whole = false;
      source.once('end', () => (whole = true));
      try {
        await step(connection, (done) => connection.send({ ...envelope, size: bytes.length }, source, done));
        return { became: 'sent' };
      } catch (error) {
        const handed = handedOf(error as SmtpError, whole);
        // A refused message leaves a transaction half-way in the conversation: the next begins afresh.
        connection.close();
        return handed;
      }
    },
    close() {
      if (open) connection.quit();
    },
  };
}

/** Runs one step of a conversation; its end, or an error meanwhile, ends the step. */
function step<T>(
  connection: SMTPConnection,
  run: (done: (error?: Error | null, result?: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error);
    const end = () => reject(new Error('The conversation is over'));
    connection.once('error', fail);
    connection.once('end', end);
    run((error, result) => {
      connection.off('error', fail);
      connection.off('end', end);
      if (error) reject(error);
      else resolve(result as T);
    });
  });
}

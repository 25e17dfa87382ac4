import { isIP } from 'node:net';
import * as v from 'valibot';
import { choice, line, mailAddress, problems } from '../locale/schema.ts';

/** How the way to the mail server is encrypted: from the start, by STARTTLS (never without), or not at all. */
export const securities = ['tls', 'starttls', 'none'] as const;

const optionalLine = (most: number) => v.nullish(line(most), null);

const host = v.pipe(
  line(253),
  v.toLowerCase(),
  v.check((value) => isIP(value) !== 0 || isHostName(value), 'platform_mail_not_a_host'),
);

const port = v.pipe(
  v.number('platform_mail_not_a_port'),
  v.integer('platform_mail_not_a_port'),
  v.minValue(1, 'platform_mail_not_a_port'),
  v.maxValue(65_535, 'platform_mail_not_a_port'),
);

const fields = {
  host,
  port,
  security: choice(securities),
  /** Who signs in at the server; null where it asks for nobody. */
  user: v.pipe(optionalLine(200), v.transform(emptied)),
  from_address: mailAddress,
  from_name_fr: v.pipe(optionalLine(100), v.transform(emptied)),
  from_name_ar: v.pipe(optionalLine(100), v.transform(emptied)),
  from_name_en: v.pipe(optionalLine(100), v.transform(emptied)),
  reply_to: v.pipe(
    v.nullish(v.union([v.literal(''), mailAddress], problems.notAMailAddress), null),
    v.transform(emptied),
  ),
};

/** Where and as whom mail is handed over. Nothing in it can begin a header or a command. */
export const mailSettings = v.object(fields);
export type MailSettings = v.InferOutput<typeof mailSettings>;

/** As a form gives it: with the password, empty where it stays as it is. */
export const withPassword = v.pipe(
  v.object({ ...fields, password: v.optional(v.pipe(v.string(), v.maxLength(1_000, problems.tooLong)), '') }),
  v.forward(
    v.check(
      ({ security, user, host }) => security !== 'none' || !user || isThisMachine(host),
      'platform_mail_not_encrypted',
    ),
    ['security'],
  ),
);

function emptied(value: string | null): string | null {
  return value || null;
}

function isHostName(value: string): boolean {
  return value.split('.').every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
}

/** Whether a server is on this machine, so that a password sent to it unencrypted passes over no network. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

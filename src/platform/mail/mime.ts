import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Locale } from '../locale/locale.ts';
import type { MailSettings } from './settings-schema.ts';
import type { Outgoing } from './transport.ts';

/** The bytes of a message (RFC 5322, MIME) and between whom it goes. */
export async function mime(
  message: Outgoing,
  settings: MailSettings,
): Promise<{ envelope: { from: string; to: string[] }; bytes: Buffer }> {
  const from = ascii(settings.from_address);
  const to = ascii(message.to_address);
  const node = new MailComposer({
    // Addresses stand as objects: nothing in a name is read as a second address.
    from: { name: nameIn(settings, message.locale), address: from },
    to: { name: message.to_name ?? '', address: to },
    ...(settings.reply_to ? { replyTo: { name: '', address: ascii(settings.reply_to) } } : {}),
    subject: message.subject,
    messageId: message.message_id,
    date: new Date(message.created_at),
    text: message.text,
    html: message.html,
    headers: {
      // No machine is to answer this (RFC 3834 §5), which Exchange reads under a name of its own.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.locale,
      ...(message.unsubscribe_href && { 'List-Unsubscribe': `<${message.unsubscribe_href}>` }),
      ...(message.unsubscribe_href &&
        message.unsubscribe_post === 1 && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  }).compile();
  return { envelope: { from, to: [to] }, bytes: await node.build() };
}

/** The sender's name for a reader: in their language, else in another. */
function nameIn(settings: MailSettings, locale: Locale): string {
  const { [`from_name_${locale}` as const]: own, from_name_fr, from_name_ar, from_name_en } = settings;
  return own ?? from_name_fr ?? from_name_ar ?? from_name_en ?? '';
}

/** An address with its domain as servers know it (RFC 5891). */
function ascii(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

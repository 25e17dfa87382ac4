import { describe, expect, it } from 'vitest';
import { composeMail } from './compose.ts';
import { mime } from './mime.ts';
import { settingsFor, someMessage } from './testing.ts';
import { parsed } from './testing-mime.ts';
import type { NewMessage } from './model.ts';
import type { MailSettings } from './settings-schema.ts';

async function sent(message: NewMessage, over: Partial<MailSettings> = {}) {
  const { to, subject, text, html, locale } = message;
  const row = {
    message_id: '<x@indimaj.example>',
    created_at: '2026-03-01T08:00:00.000Z',
    to_address: to.address,
    to_name: to.name ?? null,
    subject,
    text,
    html,
    locale,
    unsubscribe_href: message.unsubscribeHref ?? null,
    unsubscribe_post: message.unsubscribePost ? 1 : 0,
  };
  const { envelope, bytes } = await mime(row as never, settingsFor(25, over));
  const raw = bytes.toString('latin1');
  return { envelope, raw, ...parsed(raw) };
}

const letters = {
  fr: {
    subject: 'Ouverture de la séance « climat »',
    paragraphs: ['Bonjour,', 'L’atelier s’ouvre à 9 h.'],
    footer: 'Réseau',
  },
  ar: {
    subject: 'افتتاح ورشة "الهجرة والتنمية" بجهة الشرق يوم 2018-04-10 بمدينة وجدة',
    paragraphs: ['السلام عليكم،', 'تفتتح الورشة على الساعة 9.'],
    footer: 'الشبكة',
  },
  en: { subject: 'The session opens', paragraphs: ['Hello,', 'The workshop opens at 9.'], footer: 'Network' },
};

describe('a way out of further messages', () => {
  const href = 'https://x.example/api/subscriptions?token=a.b';

  it('is named in the header, and one request is enough where it says so', async () => {
    const { headers } = await sent(someMessage({ unsubscribeHref: href, unsubscribePost: true }));
    expect(headers.get('list-unsubscribe')).toBe(`<${href}>`);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const asking = await sent(someMessage({ unsubscribeHref: href }));
    expect(asking.headers.get('list-unsubscribe')).toBe(`<${href}>`);
    expect(asking.headers.has('list-unsubscribe-post')).toBe(false);
    expect((await sent(someMessage({ unsubscribePost: true }))).headers.has('list-unsubscribe-post')).toBe(
      false,
    );
  });
});

describe('a message as bytes', () => {
  it.each(['fr', 'ar', 'en'] as const)('is read back as it was written: %s', async (locale) => {
    const composed = composeMail({
      ...letters[locale],
      locale,
      action: { label: 'OK', href: 'https://x.example/a?b=1&c=2' },
    });
    const { headers, text, html, raw } = await sent(
      someMessage({ ...composed, locale, to: { address: 'a@b.example', name: 'فاطمة É' } }),
    );
    expect(headers.get('subject')).toBe(letters[locale].subject);
    expect(text).toBe(composed.text);
    expect(html).toBe(composed.html);
    expect(headers.get('to')).toBe('فاطمة É <a@b.example>');
    expect(headers.get('from')).toBe(
      `${locale === 'ar' ? 'شبكة اندماج' : 'Réseau Indimaj'} <network@indimaj.example>`,
    );
    expect([
      headers.get('message-id'),
      headers.get('date'),
      headers.get('auto-submitted'),
      headers.get('content-language'),
    ]).toEqual(['<x@indimaj.example>', 'Sun, 01 Mar 2026 08:00:00 +0000', 'auto-generated', locale]);
    // Every line fits what SMTP carries, and nothing needs more than ASCII (RFC 5321 §4.5.3.1.6).
    expect(raw.split('\r\n').every((line) => line.length <= 998 && /^[\x20-\x7e\t]*$/.test(line))).toBe(true);
  });

  it.each([
    ['a header in a name', { to: { address: 'a@b.example', name: 'X\r\nBcc: victim@c.example' } }],
    ['a header in a subject', { subject: 'Hello\r\nBcc: victim@c.example\r\n\r\nbody' }],
    ['an address in a name', { to: { address: 'a@b.example', name: '"x" <victim@c.example>, y' } }],
    ['a boundary in a text', { text: '--_NmP-x\r\nContent-Type: text/html\r\n\r\nvictim' }],
  ])('does not let %s become more than that', async (_what, over) => {
    const { envelope, headers, raw } = await sent(someMessage(over));
    expect(envelope.to).toHaveLength(1);
    expect(envelope.to[0]).not.toContain('victim');
    expect(headers.has('bcc')).toBe(false);
    expect([...headers.keys()].toSorted()).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
    expect(raw).not.toMatch(/^Bcc:/m);
  });

  it('sends answers where the settings say, and bears a sender without a name', async () => {
    const nameless = { from_name_fr: null, from_name_ar: null, reply_to: 'desk@region.example' };
    const { headers } = await sent(someMessage(), nameless);
    expect([headers.get('from'), headers.get('reply-to')]).toEqual([
      'network@indimaj.example',
      'desk@region.example',
    ]);
  });

  it('speaks of a domain in Arabic script by its ASCII name', async () => {
    const { envelope, headers } = await sent(someMessage({ to: { address: 'contact@موقع.المغرب' } }));
    expect([envelope.to, headers.get('to')]).toEqual([
      ['contact@xn--4gbrim.xn--mgbc0a9azcg'],
      'contact@xn--4gbrim.xn--mgbc0a9azcg',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { composeMail } from './compose.ts';

const letter = {
  locale: 'fr' as const,
  subject: 'Objet',
  greeting: 'Bonjour,',
  paragraphs: ['Premier.', 'Deux\nlignes.'],
  action: { label: 'Ouvrir', href: 'https://indimaj.example/fr/a?b=1&c=2' },
  footer: 'Le réseau',
};

/** What a person reads of an HTML body, line by line. */
function read(html: string): string[] {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)![1]!;
  return body
    .replace(/<p aria-hidden="true"[^>]*>.*?<\/p>/g, '')
    .replace(/<br>|<\/p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\u200F/g, '').trim())
    .filter((line) => line && line !== '--');

describe('composeMail', () => {
  it('says the same in plain text and in HTML', () => {
    const { subject, text, html } = composeMail(letter);
    expect(subject).toBe('Objet');
    expect(text).toBe(
      'Bonjour,\n\nPremier.\n\nDeux\nlignes.\n\nOuvrir\nhttps://indimaj.example/fr/a?b=1&c=2\n\n-- \nLe réseau\n',
    );
    expect(read(html)).toEqual(lines(text));
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toContain('href="https://indimaj.example/fr/a?b=1&amp;c=2"');
  });

  it('writes Arabic from the right, in both bodies, and leaves addresses alone', () => {
    const { text, html } = composeMail({
      ...letter,
      locale: 'ar',
      greeting: 'السلام عليكم،',
      paragraphs: ['UNDP: برنامج جديد\nIndimaj'],
      action: { ...letter.action, label: 'فتح' },
      footer: 'الشبكة',
    });
    const marked = text.split('\n').filter((line) => line && line !== '-- ' && !line.startsWith('https'));
    expect(marked.every((line) => line.startsWith('\u200F'))).toBe(true);
    expect(marked).toHaveLength(5);
    expect(text).toContain('\nhttps://indimaj.example/fr/a?b=1&c=2\n');
    expect(read(html)).toEqual(lines(text));
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).not.toMatch(/text-align:left|align="left"|dir="ltr" (lang|align)/);
    expect(html).toContain('<p dir="ltr"');
  });

  it('escapes everything', () => {
    const attack = `<img src=x onerror=alert(1)> & "q" 'a' <!-- </style>`;
    const { html, text } = composeMail({
      ...letter,
      subject: attack,
      greeting: attack,
      paragraphs: [attack],
      action: { label: attack, href: 'https://x.example/"onmouseover='.replace('"', "'") },
      footer: attack,
    });
    expect(html.match(/<(\w+)/g)!.filter((tag) => /img|script|style/.test(tag))).toEqual([]);
    expect(html).not.toMatch(/<!--|onerror=alert\(1\)>/);
    expect(read(html)).toEqual(lines(text));
    expect(text).toContain(attack);
  });

  it.each([
    'javascript:alert(1)',
    '/fr/relative',
    'https://x.example/a b',
    'https://x.example/\r\nBcc: y',
    'data:text/html,x',
    'https://x.example/"x',
  ])('refuses an action that leads to %j', (href) => {
    expect(() => composeMail({ ...letter, action: { label: 'x', href } })).toThrow('whole web address');
  });

  it('fetches nothing and needs no script', () => {
    const { html } = composeMail(letter);
    expect(html).not.toMatch(/<(img|link|script|iframe|style|object|video)|url\(|@import|src=/);
    expect(html.match(/https?:[^"<]+/g)).toEqual(Array(2).fill('https://indimaj.example/fr/a?b=1&amp;c=2'));
  });

  it('drops overrides of direction, control characters and line ends where they do not belong', () => {
    const { subject, text, html } = composeMail({
      ...letter,
      subject: 'A\u202Egnp.exe\r\nBcc: x\u0000\u2028y',
      paragraphs: ['\u202Ereversed\u202C \u0007bell\u2067isolated\u2069'],
      action: { label: 'Open\nnow\u202D', href: 'https://x.example/' },
    });
    expect(subject).toBe('Agnp.exe Bcc: x y');
    expect(text).toContain('reversed  bell\u2067isolated\u2069');
    expect(text).toContain('Open now\n');
    expect(`${subject}${text}${html}`).not.toMatch(/[\u202A-\u202E\u2028]|(?!\n)\p{Cc}/u);
  });

  it('cuts a subject of a megabyte between characters', () => {
    const { subject } = composeMail({ ...letter, subject: 'عّ👩‍👩‍👧'.repeat(100_000) });
    expect(subject.length).toBeLessThanOrEqual(250);
    expect(subject.endsWith('…')).toBe(true);
    expect(subject.slice(0, -1)).toMatch(/^(عّ👩‍👩‍👧)+(عّ)?$/u);
    expect(composeMail({ ...letter, subject: 'x'.repeat(249) }).subject).toBe('x'.repeat(249));
  });
});

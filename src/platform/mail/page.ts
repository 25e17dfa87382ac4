import { directionOf, type Locale } from '../locale/locale.ts';
import { escaped } from '../text/html.ts';

/** What both bodies are made of, cleaned. */
export interface Parts {
  subject: string;
  paragraphs: string[];
  items: { text: string; href: string }[];
  action: { label: string; href: string } | undefined;
  footer: string;
  footerLink: { label: string; href: string } | undefined;
}

/*
 * Mail programs know no style sheets, no custom properties and few logical ones, so every element carries what it
 * needs, and the side a line begins on is written out. The colours are those of ui/styles/tokens.css, light theme.
 */
const PAGE = '#faf7f1';
const SURFACE = '#fffdf9';
const TEXT = '#1c2529';
const SOFT = '#46555b';
const LINE = '#e4dccd';
const ACCENT = '#0d5557';
const STAR = '#8a5200';
const FONT = "'Readex Pro',system-ui,-apple-system,'Segoe UI',Tahoma,Arial,sans-serif";

/** An eight-pointed star as a character; the selector after it keeps it from becoming a coloured picture. */
const STAR_CHARACTER = '&#x2734;&#xFE0E;';

/** A message as an HTML page without images, scripts or anything fetched. */
export function page(parts: Parts, locale: Locale): string {
  const { subject, paragraphs, items, action, footer, footerLink } = parts;
  const dir = directionOf(locale);
  const start = dir === 'rtl' ? 'right' : 'left';
  const direction = `lang="${locale}" dir="${dir}"`;
  const paragraph = (text: string) =>
    `<p style="margin:0 0 16px;font-size:17px;line-height:1.62;color:${TEXT};text-align:${start}">${lines(text)}</p>`;
  const told = items.map(({ text, href }) => itemOf(text, href, start));
  const body = [...paragraphs.map(paragraph), ...told, action ? actionOf(action, start) : '']
    .filter(Boolean)
    .join('\n');
  return `<!doctype html>
<html ${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:0;background:${PAGE}">
<table role="presentation" ${direction} width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${PAGE}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" ${direction} width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:${SURFACE};border:1px solid ${LINE};border-radius:6px"><tr><td ${direction} align="${start}" style="padding:28px 24px;font-family:${FONT};text-align:${start}">
<p aria-hidden="true" style="margin:0 0 16px;font-size:22px;line-height:1;color:${STAR};text-align:${start}">${STAR_CHARACTER}</p>
${body}
<p style="margin:24px 0 0;padding:16px 0 0;border-top:1px solid ${LINE};font-size:14px;line-height:1.5;color:${SOFT};text-align:${start}">${lines(footer)}</p>${footerLink ? `\n${endOf(footerLink, start)}` : ''}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

/** A link that looks like a button, and its address in full for who would rather copy it. */
function actionOf({ label, href }: { label: string; href: string }, start: string): string {
  const address = escaped(href);
  return `<p style="margin:24px 0 12px;text-align:${start}"><a href="${address}" style="display:inline-block;padding:12px 20px;background:${ACCENT};color:${SURFACE};border-radius:6px;font-size:17px;font-weight:600;text-decoration:none">${escaped(label)}</a></p>
<p dir="ltr" style="margin:0 0 16px;font-size:14px;line-height:1.5;color:${SOFT};text-align:${start};word-break:break-all">${address}</p>`;
}

/** A sentence that leads to what it tells of, and the address in full. */
function itemOf(text: string, href: string, start: string): string {
  const address = escaped(href);
  return `<p style="margin:0 0 4px;font-size:17px;line-height:1.62;text-align:${start}"><a href="${address}" style="color:${ACCENT};font-weight:600">${escaped(text)}</a></p>
<p dir="ltr" style="margin:0 0 16px;font-size:14px;line-height:1.5;color:${SOFT};text-align:${start};word-break:break-all">${address}</p>`;
}

/** Where the reader says that they want no more of it. */
function endOf({ label, href }: { label: string; href: string }, start: string): string {
  const address = escaped(href);
  return `<p style="margin:8px 0 4px;font-size:14px;line-height:1.5;text-align:${start}"><a href="${address}" style="color:${ACCENT}">${escaped(label)}</a></p>
<p dir="ltr" style="margin:0;font-size:14px;line-height:1.5;color:${SOFT};text-align:${start};word-break:break-all">${address}</p>`;
}

function lines(text: string): string {
  return text.split('\n').map(escaped).join('<br>');
}

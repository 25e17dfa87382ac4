import { localized } from '../locale/address.ts';
import { directionOf, locales, type Locale } from '../locale/locale.ts';
import { escaped } from '../text/html.ts';

/** What the page says in one language, as plain text. */
export interface TooLargeWords {
  title: string;
  text: string;
  home: string;
  /** Leads back to the page that was sent. */
  back: string;
}

/**
 * A page that says in every language that what was sent is too large, the reader's own first. It stands by itself,
 * without a style or a script: the front sends it before the pages are asked.
 * @param address of the page that the form stands on, without its language; null where it stands on none
 */
export function tooLargePage(
  locale: Locale,
  address: string | null,
  wordsOf: (locale: Locale) => TooLargeWords,
): string {
  const others = locales.filter((other) => other !== locale);
  const parts = [locale, ...others].map((language, index) => {
    const { title, text, home, back } = wordsOf(language);
    const heading = index === 0 ? 'h1' : 'h2';
    return `<section lang="${language}" dir="${directionOf(language)}">
<${heading}>${escaped(title)}</${heading}>
<p>${escaped(text)}</p>
${address === null ? '' : `<p><a href="${escaped(localized(address, language))}">${escaped(back)}</a></p>\n`}<p><a href="${localized('/', language)}">${escaped(home)}</a></p>
</section>`;
  });
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(wordsOf(locale).title)} · Indimaj</title>
</head>
<body>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

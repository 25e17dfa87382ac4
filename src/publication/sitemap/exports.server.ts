import { xmlDocument } from '#formats/xml/document.ts';
import { localized } from '#platform/locale/address.ts';
import { locales } from '#platform/locale/locale.ts';
import type { PublicPage } from './queries.server.ts';

/**
 * The pages for search engines (sitemaps.org 0.9), each in its three languages.
 * @param publicUrl the node's address without a trailing slash
 */
export function sitemapXml(pages: readonly PublicPage[], publicUrl: string): string {
  const url = pages.flatMap(({ address, updatedAt }) =>
    locales.map((locale) => ({
      loc: publicUrl + localized(address, locale),
      ...(updatedAt && { lastmod: updatedAt }),
      'xhtml:link': locales.map((other) => ({
        '@rel': 'alternate',
        '@hreflang': other,
        '@href': publicUrl + localized(address, other),
      })),
    })),
  );
  return xmlDocument({
    urlset: {
      '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      url,
    },
  });
}
